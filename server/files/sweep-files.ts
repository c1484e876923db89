import { type Deed, appendAudit, serverScope } from '../access/append-audit';
import type { Database, Transaction } from '../database/database';
import {
  dropUnnamed,
  findBringers,
  findUnnamed,
  lockUnnamed,
  noteUnnamed,
} from '../database/unnamed-file-queries';
import type { BlobStore, StoredFile } from './blob-store';

/** What came less than this many days ago may still be named: laptops send edits before files, but a hub or a stick may come later. */
export const sweepDays = 30;

const dayMillis = 24 * 60 * 60 * 1000;

/** Files that are asked about, and removed, at once. */
const atOnce = 500;

export interface Swept {
  /** Files that nobody names any more, or never did: they go with a later sweep, a day from now at the earliest. */
  readonly noted: number;
  readonly removed: number;
  readonly bytes: number;
}

/**
 * Removes files that no change names: an upload whose record never came. Two looks, a day apart: the first notes them, the second
 * removes what was noted and that nobody has brought or named since. A row of each in the database decides between the sweep and
 * whoever brings the file meanwhile, on whichever server of the office: who comes first, the other one waits for.
 */
export async function sweepFiles(
  { database, blobs }: { readonly database: Database; readonly blobs: BlobStore },
  now: number,
  by: Pick<Deed, 'account' | 'device'>,
  isStopping: () => boolean = () => false,
): Promise<Swept> {
  let swept: Swept = { noted: 0, removed: 0, bytes: 0 };
  for await (const page of blobs.list()) {
    if (isStopping()) break;
    const old = page.filter(({ at }) => at < now - sweepDays * dayMillis);
    for (let from = 0; from < old.length; from += atOnce) {
      const some = old.slice(from, from + atOnce);
      const noted = await noteThose(database, some, now);
      const gone = await database.transact((transaction) => removeThose(transaction, blobs, some, now, by));
      swept = {
        noted: swept.noted + noted,
        removed: swept.removed + gone.length,
        bytes: gone.reduce((sum, { size }) => sum + size, swept.bytes),
      };
    }
  }
  return swept;
}

/** Of these files, removes those that no change names, however new they are: what named them was dropped. Gives which went. */
export async function removeUnnamed(
  { database, blobs }: { readonly database: Database; readonly blobs: BlobStore },
  hashes: readonly string[],
  now: number,
  by: Pick<Deed, 'account' | 'device'>,
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (let from = 0; from < hashes.length; from += atOnce) {
    const some = hashes.slice(from, from + atOnce).map((sha256) => ({ sha256, size: 0, at: 0 }));
    await noteThose(database, some, 0);
    const gone = await database.transact((transaction) => removeThose(transaction, blobs, some, now, by));
    removed.push(...gone.map(({ sha256 }) => sha256));
  }
  return removed;
}

async function noteThose(database: Database, files: readonly StoredFile[], now: number): Promise<number> {
  return database.transact(async ({ query }) => {
    const unnamed = await findUnnamed(
      query,
      files.map(({ sha256 }) => sha256),
    );
    return unnamed.length === 0 ? 0 : noteUnnamed(query, unnamed, new Date(now).toISOString());
  });
}

/** The files go while their rows are held; a stop in between leaves a row without a file, which harms nobody. */
async function removeThose(
  transaction: Transaction,
  blobs: BlobStore,
  files: readonly StoredFile[],
  now: number,
  by: Pick<Deed, 'account' | 'device'>,
): Promise<readonly StoredFile[]> {
  const { query } = transaction;
  const before = new Date(now - dayMillis).toISOString();
  const locked = await lockUnnamed(
    query,
    files.map(({ sha256 }) => sha256),
    before,
  );
  if (locked.length === 0) return [];
  // Once more, under the lock: who named one since has taken its row away, but for names that are older than these rows.
  const going = new Set(await findUnnamed(query, locked));
  for (const sha256 of going) await blobs.remove(sha256);
  await dropUnnamed(query, locked);
  const bringers = await findBringers(query, [...going]);
  await transaction.remove(
    'attachments',
    bringers.map((row) => ({ scope: serverScope, ...row })),
  );
  const deed = { scope: serverScope, ...by, act: 'attachments.swept' as const, subject: serverScope };
  if (going.size > 0) await appendAudit(transaction, [{ ...deed, count: going.size }], now);
  return files.filter(({ sha256 }) => going.has(sha256));
}
