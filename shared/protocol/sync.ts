import { z } from 'zod';
import { type Change, anyChangeSchema } from '../changes/change';
import { idSchema } from '../ids/id';
import { problemSchema } from '../problems';

/** Changes that one exchange carries at most, in either direction. Large pages made the difference in the measurements. */
export const exchangeLimit = 2000;

/** One change as JSON has at most this many bytes, so that any of them fits into an exchange. */
export const changeBytes = 8 << 20;

/** As many bytes of changes as a reply has at most, about: the last may go beyond it. */
export const pageBytes = 4 << 20;

/** How many bytes of changes a laptop wants in one reply: few over a line that breaks, or none would ever arrive whole. */
export const pageSchema = z.number().int().min(1).max(pageBytes);

/** Of each scope, the number of the last change that the device has applied. */
export const cursorsSchema = z.record(idSchema, z.number().int().nonnegative());

/** Moves when a laptop and a server of the number before could not read each other. */
export const protocolNumber = 2;

/** What a reader sees of a scope: all of it, or the ids of his teams, sorted and joined by "+". */
export const wholeView = 'whole';

/** Of each scope that a device reads, its view of it. A cursor counts only together with the view it was got with. */
export const viewsSchema = z.record(idSchema, z.string().min(1).max(2000));

/** Scopes that a laptop has put away: it may read them, and wants nothing of them until it says so. */
export const awaySchema = z.array(idSchema).max(5000).readonly();

/** POST /api/exchange: here is my oldest unsent batch; give me what is newer than my cursors. */
export const exchangeRequestSchema = z.object({
  protocol: z.literal(protocolNumber),
  device: idSchema,
  /** The server's epoch that the cursors belong to; null before the first contact. */
  epoch: idSchema.nullable(),
  cursors: cursorsSchema,
  /** The views that the cursors were got with. */
  views: viewsSchema,
  /** Each is judged by itself: one that the server does not understand is refused alone. */
  changes: z.array(anyChangeSchema).max(exchangeLimit),
  page: pageSchema.optional(),
  /** Nothing of these is given, and no cursor, unless a change of them comes along: who has words of a tour needs the rest of it. */
  away: awaySchema.optional(),
  /**
   * Of each scope the changes that came just before these, in a request that is still under way: these are taken once the log has
   * all of them, or none of these is, and nothing is read for them. So the next batch is on its way while the last one is written.
   */
  after: z.record(idSchema, z.array(idSchema).max(exchangeLimit)).optional(),
});

/**
 * `settled`: sent changes that are durable at the server. `refused`: sent changes that it will never take.
 * `newer`: changes by others, in the order of their numbers; what the laptop does not understand it sets aside. A new `epoch` means another database (or an older
 * backup of it): the cursors mean nothing there, and the device pushes all it knows again. `views`: every scope that the device may read.
 */
export const exchangeReplySchema = z.object({
  protocol: z.literal(protocolNumber),
  epoch: idSchema,
  settled: z.array(idSchema),
  refused: z.array(z.object({ change: idSchema, problem: problemSchema })),
  newer: z.array(anyChangeSchema),
  cursors: cursorsSchema,
  views: viewsSchema,
  more: z.boolean(),
  /**
   * To what was handed in ahead, and only to that: in each scope the number before the changes that are new, and `cursors` says that of
   * the last of them. Nothing is read for it; a laptop that has read up to there has read these as well.
   */
  from: cursorsSchema.optional(),
});

/** The reply as main gives it to the window: its changes were read when they came in, and are not once more. */
export const readReplySchema = exchangeReplySchema.extend({
  newer: z.array(z.custom<Change>()),
  /** What of it a newer Xunji made. */
  unread: z.array(anyChangeSchema),
});

export type Views = Readonly<z.infer<typeof viewsSchema>>;
export type Cursors = Readonly<z.infer<typeof cursorsSchema>>;
export type ExchangeRequest = Readonly<z.infer<typeof exchangeRequestSchema>>;
export type ExchangeReply = Readonly<z.infer<typeof exchangeReplySchema>>;

/** The ETag of an attachment: without it an answer is not our server's, whatever its status (a sign-in page says 200 to all). */
export function attachmentTag(sha256: string): string {
  return `"sha256-${sha256}"`;
}

/** Likewise of a small picture. */
export function thumbTag(sha256: string): string {
  return `"thumb-${sha256}"`;
}

/** The server's paths; all but health ask for a token and its proof (session.ts). */
export const paths = {
  health: '/api/health',
  exchange: '/api/exchange',
  /** POST: a page of a bundle that another laptop signed (shared/bundles/signed-page.ts). */
  bundles: '/api/bundles',
  /** GET and HEAD `/api/attachments/<sha256>`. */
  attachments: '/api/attachments',
  /** POST: which of these files need not be sent. */
  knownFiles: '/api/attachments/known',
  /** GET, HEAD and PUT `/api/thumbs/<sha256>`: the small picture of the photo with this hash, a JPEG. */
  thumbs: '/api/thumbs',
  /** tus 1.0; the upload's metadata names `sha256`. Finished only when the bytes have that hash and are on disk. */
  uploads: '/api/uploads',
} as const;

export const healthSchema = z.object({
  name: z.literal('xunji'),
  epoch: idSchema,
  database: z.string(),
  /** Where files are kept; an older server does not say. */
  files: z.enum(['disk', 's3']).optional(),
});
