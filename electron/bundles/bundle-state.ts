import { z } from 'zod';
import { receiptSchema, upToSchema } from '../../shared/bundles/receipt';
import { idSchema, sha256Schema } from '../../shared/ids/id';
import type { FileSystem } from '../../shared/node/file-system';
import { bundleLogSchema } from '../../shared/protocol/bundle-calls';
import { readJsonFile, writeJsonFile } from '../files/json-file';

const heldSchema = z.object({
  /** The journal of this laptop that `upTo` counts in. */
  generation: idSchema,
  upTo: upToSchema,
  files: z.array(sha256Schema),
  /** The bundle of the last receipt that counted; receipts come in any order. */
  last: z.string().default(''),
});

/** What this laptop has told others that it has of them, by laptop: counted in their journal. */
const givenSchema = z.object({
  /** The journal of this laptop in which all of it lies: with another one nothing of it is sure. */
  journal: z.string().default(''),
  of: z.record(idSchema, z.object({ generation: idSchema, upTo: upToSchema })).default({}),
});

const lyingSchema = z.object({
  names: z.array(z.string()),
  receivers: z.array(idSchema),
  files: z.array(sha256Schema),
});

const watchSchema = z.object({
  folder: z.string().default(''),
  /** Whether bundles are written there too, for whom, of what. */
  write: z.boolean().default(false),
  receivers: z.array(idSchema).default([]),
  files: z.boolean().default(true),
  scopes: z.array(z.object({ scope: idSchema, title: z.string() })).default([]),
  /** The last journal entry and the receipts that were written there, so that nothing is written while nothing is new. */
  writtenUpTo: z.number().int().nonnegative().default(0),
  writtenReceipts: z.array(idSchema).default([]),
  /** Files in bundles that lie there: as long as these names do, they need not be written once more. */
  lying: z.array(lyingSchema).default([]),
});

const stateSchema = z.object({
  /** Written and read bundles, newest first. */
  log: z.array(bundleLogSchema).default([]),
  /** Receipts that this laptop gave, or carries for others. */
  receipts: z.array(receiptSchema).default([]),
  /** By laptop: what it is known to have, by its receipts. */
  held: z.record(idSchema, heldSchema).default({}),
  given: givenSchema.prefault({}),
  /** Bundles that were taken in: a folder may hold more of them than the history shows. */
  taken: z.array(idSchema).default([]),
  /** Whose data bundles brought while this laptop had joined no office: of the first that named one. */
  office: z.string().default(''),
  /** Names of bundles that were being written, without their ends: a stick that was pulled out keeps a beginning of one. */
  begun: z.array(z.string()).default([]),
  watch: watchSchema.prefault({}),
});

export type BundleState = Readonly<z.infer<typeof stateSchema>>;
export type Held = Readonly<z.infer<typeof heldSchema>>;
export type Lying = Readonly<z.infer<typeof lyingSchema>>;
export type Given = Readonly<z.infer<typeof givenSchema>>;

export interface BundleStateFile {
  now(): BundleState;
  /** One change after the other, each on disk before it is seen. */
  change(next: (state: BundleState) => Partial<BundleState>): Promise<void>;
}

const mostLogged = 300;
const mostReceipts = 1000;
const mostBegun = 50;
const mostTaken = 20_000;

/** What this laptop remembers of bundles. Losing it loses no data: everything is written again, and taking it in again changes nothing. */
export async function openBundleState(fileSystem: FileSystem, path: string): Promise<BundleStateFile> {
  let state = (await readJsonFile(fileSystem, path, stateSchema)) ?? stateSchema.parse({});
  let last: Promise<unknown> = Promise.resolve();
  return {
    now: () => state,
    change(next) {
      const done = last.then(async () => {
        const changed = { ...state, ...next(state) };
        const kept = {
          ...changed,
          log: changed.log.slice(0, mostLogged),
          receipts: changed.receipts.slice(-mostReceipts),
          begun: changed.begun.slice(-mostBegun),
          taken: changed.taken.slice(-mostTaken),
        };
        await writeJsonFile(fileSystem, path, kept);
        state = kept;
      });
      last = done.catch(() => undefined);
      return done;
    },
  };
}
