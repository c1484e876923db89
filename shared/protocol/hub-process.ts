import { z } from 'zod';
import { idSchema, sha256Schema } from '../ids/id';
import { problemSchema } from '../problems';

/** A laptop that came to a hub. */
export const hubMemberSchema = z.object({
  device: idSchema,
  name: z.string(),
  /** The laptop that lends itself as the hub. */
  isOwner: z.boolean(),
  isRevoked: z.boolean(),
  /** '' before the first, and after the hub was started anew until it comes again. */
  lastContact: z.string(),
  /** Changes and files that it still held when it last came. */
  pending: z.number().int(),
});

/** What the hub's own laptop has of a tour that it does not lend any more: all changes up to a number, and all files but some. */
export const handedOnSchema = z.object({
  tour: idSchema,
  upTo: z.number().int().nonnegative(),
  lacking: z.array(sha256Schema),
});

/** What the app asks of the process in which its hub runs; each is answered with the same `id`. */
export const hubTaskSchema = z.object({
  id: z.number().int(),
  task: z.discriminatedUnion('kind', [
    /** A one-time code for a laptop of the team, or for the hub's own. */
    z.object({ kind: z.literal('code'), for: z.enum(['owner', 'member']) }),
    z.object({ kind: z.literal('share'), tours: z.array(idSchema).max(1000) }),
    z.object({ kind: z.literal('drop'), ...handedOnSchema.shape }),
    z.object({ kind: z.literal('describe') }),
    z.object({ kind: z.literal('revoke'), device: idSchema }),
    /** A laptop that was removed may come again, with the keys that it has. */
    z.object({ kind: z.literal('allow'), device: idSchema }),
    z.object({ kind: z.literal('stop') }),
  ]),
});

export const hubStateSchema = z.object({
  members: z.array(hubMemberSchema),
  /** The tours that the hub carries. */
  tours: z.array(idSchema),
});

/** What the process says: once how its start went, then an answer to each task. */
export const hubMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    port: z.number().int().positive(),
    serverUrl: z.url(),
    authorityHash: z.string(),
  }),
  z.object({ kind: z.literal('failed'), problem: problemSchema }),
  z.object({
    kind: z.literal('answer'),
    id: z.number().int(),
    answer: z.union([
      z.object({ code: z.string() }),
      hubStateSchema,
      z.object({ done: z.literal(true) }),
      z.object({ isGone: z.boolean() }),
      z.object({ problem: problemSchema }),
    ]),
  }),
]);

export type HandedOn = Readonly<z.infer<typeof handedOnSchema>>;
export type HubMember = Readonly<z.infer<typeof hubMemberSchema>>;
export type HubState = Readonly<z.infer<typeof hubStateSchema>>;
export type HubTask = Readonly<z.infer<typeof hubTaskSchema>>['task'];
export type HubMessage = Readonly<z.infer<typeof hubMessageSchema>>;
export type HubAnswer = Extract<HubMessage, { kind: 'answer' }>['answer'];
