import { z } from 'zod';
import { anyChangeSchema } from '../changes/change';
import { idSchema, sha256Schema } from '../ids/id';
import { pageReplySchema } from '../bundles/signed-page';
import { problemSchema } from '../problems';

const nothing = z.object({});
const count = z.number().int().nonnegative();

/** A bundle that this laptop wrote or took in, as its history shows it. */
export const bundleLogSchema = z.object({
  kind: z.enum(['written', 'read']),
  bundle: idSchema,
  at: z.string().max(40),
  /** The laptops it was written for, or the one it came from. */
  devices: z.array(idSchema),
  names: z.array(z.string()),
  changes: count,
  files: count,
  bytes: count,
  receiptedBy: z.array(idSchema).default([]),
  /** Of one that was taken in: what the server said of its changes, by whose rights it judged them, and how many pages were answered. */
  handedIn: z
    .object({ by: z.enum(['writer', 'courier']), accepted: count, refused: count, pages: count })
    .optional(),
});

const deviceSchema = z.object({
  device: idSchema,
  name: z.string(),
  fingerprint: z.string(),
  revoked: z.boolean(),
});

/** What goes into a bundle, and for whom. No tour at all: receipts alone. */
const wantedSchema = z.object({
  scopes: z.array(z.object({ scope: idSchema, title: z.string().max(200) })).max(500),
  receivers: z.array(idSchema).min(1).max(200),
  /** With the originals of photos, recordings and files. */
  files: z.boolean(),
  /** Also what the receivers are known to have. */
  all: z.boolean(),
});

const openedSchema = z.object({
  kind: z.literal('opened'),
  opened: idSchema,
  bundle: idSchema,
  device: idSchema,
  /** The sender as this laptop knows it. */
  name: z.string(),
  at: z.string(),
  titles: z.array(z.string()),
  changes: count,
  pages: count,
  files: z.array(z.object({ sha256: sha256Schema, size: count })),
  /** How many of the files are not on this computer yet. */
  newFiles: count,
  receipts: count,
  /** It was taken in before; doing it again changes nothing. */
  known: z.boolean(),
});

const openingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('canceled') }),
  /** Nothing was decrypted yet. */
  z.object({
    kind: z.literal('unknownSender'),
    opening: idSchema,
    file: z.string(),
    fingerprint: z.string(),
  }),
  openedSchema,
]);

const watchSchema = z.object({
  /** The name of the folder; empty where none is watched. */
  folder: z.string(),
  write: z.boolean(),
  receivers: z.array(idSchema),
  files: z.boolean(),
  scopes: z.array(z.object({ scope: idSchema, title: z.string().max(200) })).max(500),
});

const opened = z.object({ opened: idSchema });

/** Calls about bundles. Main opens the dialogs; the window never sees where a file lies. */
export const bundleCalls = {
  'bundles.describe': {
    input: nothing,
    output: z.object({
      card: z.string(),
      fingerprint: z.string(),
      devices: z.array(deviceSchema),
      log: z.array(bundleLogSchema),
      watch: watchSchema,
      /** Why the watched folder is not looked into; null while all is well. */
      watchProblem: problemSchema.nullable(),
      work: z.object({ kind: z.enum(['idle', 'writing', 'reading']), bytes: count, of: count }),
    }),
  },
  'bundles.keepDevice': {
    input: z.object({ card: z.string().max(2000) }),
    output: z.object({ device: idSchema }),
  },
  /** `unsent`, of one that is revoked: the changes that it typed of those that wait to be sent here. */
  'bundles.changeDevice': {
    input: z.object({
      device: idSchema,
      change: z.enum(['revoke', 'allow', 'remove']),
      unsent: z.array(idSchema).max(1_000_000),
    }),
    output: nothing,
  },
  /** What a bundle would hold now. `missing` originals are not on this computer. */
  'bundles.plan': {
    input: wantedSchema,
    output: z.object({ changes: count, files: count, bytes: count, missing: count }),
  },
  /** Asks for a folder and writes. Answers when the bundle was read back whole. `leftOut` files are damaged on this computer. */
  'bundles.write': {
    input: wantedSchema,
    output: z.object({
      kind: z.enum(['canceled', 'written']),
      names: z.array(z.string()),
      bytes: count,
      leftOut: count,
    }),
  },
  'bundles.cancel': { input: nothing, output: nothing },
  /** Asks for a file. What it answers was verified, decrypted and understood to the last byte, and lies aside. */
  'bundles.open': { input: nothing, output: openingSchema },
  /** The person compared the fingerprint of an unknown sender. */
  'bundles.trust': {
    input: z.object({ opening: idSchema, name: z.string().trim().min(1).max(50) }),
    output: openingSchema,
  },
  /** The next bundle of the watched folder that is new and for this laptop; writes one there where that was chosen. */
  'bundles.look': {
    input: nothing,
    output: z.object({ found: openedSchema.nullable(), wrote: z.boolean() }),
  },
  'bundles.page': {
    input: opened.extend({ page: count }),
    output: z.object({ changes: z.array(anyChangeSchema) }),
  },
  /** The files of an opened bundle into the store: before their records, so that no record lacks its file. */
  'bundles.takeFiles': { input: opened, output: nothing },
  /**
   * It was taken in: the history says so, and its sender gets a receipt with the next bundle. `isWhole`: all of it was understood;
   * otherwise the receipt tells of no changes, and the sender tells them again.
   */
  'bundles.settle': { input: opened.extend({ isWhole: z.boolean() }), output: nothing },
  /**
   * Hands the next page of a bundle in for the laptop that signed it, before this one exchanges anything: null where none waits.
   * `bundles.handedIn` says that the answer was taken in; until then the same page comes again.
   */
  'bundles.handIn': {
    input: nothing,
    output: z.object({ page: pageReplySchema.extend({ handed: idSchema }).nullable() }),
  },
  'bundles.handedIn': { input: z.object({ handed: idSchema }), output: nothing },
  /**
   * What this laptop passes on to nobody, and why: null where nothing of it has changed since that version. What was let go stands in the journal once
   * more.
   */
  'bundles.withheld': {
    input: z.object({ version: count.nullable() }),
    output: z.object({
      version: count,
      held: z.array(z.object({ change: idSchema, problem: problemSchema })).nullable(),
    }),
  },
  /** The person hands these changes, which were refused of a carried page, in by the right of this laptop. */
  'bundles.release': { input: z.object({ changes: z.array(idSchema).max(100_000) }), output: nothing },
  'bundles.abandon': { input: opened, output: nothing },
  /** Asks for a folder to watch; `none` stops it. */
  'bundles.chooseFolder': { input: z.object({ none: z.boolean() }), output: nothing },
  'bundles.keepWatch': { input: watchSchema.omit({ folder: true }), output: nothing },
} as const;
