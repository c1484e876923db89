import { z } from 'zod';
import { idSchema } from '../ids/id';
import { severities } from '../records/issue';
import { awaySchema } from './sync';

export const openItemKinds = ['issue', 'task', 'request'] as const;

/** So many of them are given at most: more than anybody reads before he gets out of the car. */
export const openItemsLimit = 5000;

/** Letters of a text that is shown to others. */
export const openItemLetters = 2000;

/** What whoever goes to a site is shown of an issue, a task or a request that is open there, of another tour or another team. */
export const openItemSchema = z.object({
  /** Of the record itself: where a laptop has that, it shows it, and not this. */
  id: idSchema,
  kind: z.enum(openItemKinds),
  site: idSchema,
  tour: idSchema,
  /** Of the tour. */
  title: z.string(),
  date: z.string(),
  text: z.string(),
  severity: z.enum([...severities, '']),
  /** Who sees to it and until when; of a request who asks, and what was answered. */
  more: z.array(z.string()).readonly(),
});

/** POST: what is open at the sites of this laptop's tours, unless that is what it had as `version`. */
export const openItemsRequestSchema = z.object({
  /** '' for none. */
  version: z.string().max(100),
  /** Tours that the laptop has put away: it has none of their records, and nobody goes there with it. */
  away: awaySchema,
});

/** `items` are all of them, or the first where `isCut`; null where they are as they were. */
export const openItemsReplySchema = z.object({
  version: z.string().min(1).max(100),
  items: z.array(openItemSchema).max(openItemsLimit).readonly().nullable(),
  isCut: z.boolean().default(false),
});

export type OpenItem = Readonly<z.infer<typeof openItemSchema>>;
export type OpenItemsRequest = Readonly<z.infer<typeof openItemsRequestSchema>>;
export type OpenItemsReply = Readonly<z.infer<typeof openItemsReplySchema>>;

export const openItemsPath = '/api/open-items';
