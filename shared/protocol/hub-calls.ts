import { z } from 'zod';
import { anyChangeSchema } from '../changes/change';
import { idSchema, sha256Schema } from '../ids/id';
import { problemSchema } from '../problems';
import { handedOnSchema, hubMemberSchema } from './hub-process';
import { joinCardSchema } from './join-card';
import { awaySchema, cursorsSchema, readReplySchema, viewsSchema } from './sync';

const nothing = z.object({});

/** A hub that announces itself on the local network. Whoever announces may lie: only the compared fingerprint counts. */
export const foundHubSchema = z.object({ name: z.string(), serverUrl: z.url() });

const describedSchema = z.object({
  /** The hub that this laptop lends itself as; null while it does not. */
  own: z
    .object({
      isReady: z.boolean(),
      /** Why it does not run although it shall. */
      problem: problemSchema.nullable(),
      serverUrl: z.string(),
      authorityHash: z.string(),
      members: z.array(hubMemberSchema),
      tours: z.array(idSchema),
    })
    .nullable(),
  /** Another laptop's hub that this one has joined. */
  joined: z.object({ name: z.string(), serverUrl: z.string() }).nullable(),
  found: z.array(foundHubSchema),
});

/** A team's hub: lending this laptop as one, joining another's, and the second road of the log that leads over it. */
export const hubCallSchemas = {
  'hub.describe': { input: nothing, output: describedSchema },
  'hub.start': { input: nothing, output: nothing },
  'hub.stop': { input: nothing, output: nothing },
  /** A one-time code for one laptop of the team, and the card with it. */
  'hub.card': { input: nothing, output: z.object({ card: z.string(), code: z.string() }) },
  /** Which tours the hub carries; the register it always does. */
  'hub.share': { input: z.object({ tours: z.array(idSchema).max(1000) }), output: nothing },
  /** A tour that this laptop's own hub does not lend any more goes from it, once this laptop has all of it; `isGone` when it has gone. */
  'hub.drop': { input: handedOnSchema, output: z.object({ isGone: z.boolean() }) },
  'hub.revoke': { input: z.object({ device: idSchema }), output: nothing },
  'hub.allow': { input: z.object({ device: idSchema }), output: nothing },
  'hub.join': { input: joinCardSchema, output: nothing },
  'hub.leave': { input: nothing, output: nothing },
  /** As `sync.exchange`, with the hub. `pending` is what is still to be handed to it. */
  'hub.exchange': {
    input: z.object({
      epoch: idSchema.nullable(),
      cursors: cursorsSchema,
      views: viewsSchema,
      changes: z.array(anyChangeSchema).max(2000),
      pending: z.number().int().nonnegative(),
      away: awaySchema.optional(),
    }),
    output: readReplySchema,
  },
  /** Gives the hub a file, or gets it from there where this laptop has not got it. */
  'hub.moveFile': {
    input: z.object({ sha256: sha256Schema }),
    output: z.object({ moved: z.enum(['sent', 'fetched']) }),
  },
} as const;

export type HubDescription = Readonly<z.infer<typeof describedSchema>>;
export type FoundHub = Readonly<z.infer<typeof foundHubSchema>>;
