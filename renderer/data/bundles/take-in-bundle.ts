import { readChanges } from '../../../shared/changes/read-changes';
import { type Outcome, fail, succeed } from '../../../shared/outcome';
import { problem } from '../../../shared/problems';
import type { Seal } from '../../../shared/sealing/seal';
import { callBridge } from '../call-bridge';
import type { Database } from '../database';
import { importWhole } from '../import-whole';
import type { Queue } from '../one-at-a-time';
import { sealJson } from '../sealed-json';
import { followToEnd } from './follow-to-end';
import { type OpenedBundle, readBundle } from './read-bundle';

/**
 * Takes an opened bundle in, all of it or nothing: its files into the store, its changes into the journal as one, then into the
 * database. They count as edits of this laptop, so that they go on to the server when there is one: the server skips what
 * it knows. Gives how many changes were new. Taking it in again changes nothing.
 */
export async function takeInBundle(
  database: Database,
  seal: Seal,
  queue: Queue,
  bundle: OpenedBundle,
): Promise<Outcome<number>> {
  const { opened } = bundle;
  const stored = await callBridge('bundles.takeFiles', { opened });
  if (!stored.ok) return stored;
  const hashes = new Set<string>();
  const added = await importChanges(database, seal, bundle, hashes);
  if (!added.ok) return added;
  const elsewhere = await notHere(database, bundle, [...hashes]);
  const followed = await followToEnd(database, seal, queue);
  if (!followed.ok) return followed;
  await noteFiles(database, bundle, elsewhere);
  const { isWhole, count } = added.value;
  const settled = await callBridge('bundles.settle', { opened, isWhole });
  return settled.ok ? succeed(count) : settled;
}

async function importChanges(
  database: Database,
  seal: Seal,
  bundle: OpenedBundle,
  hashes: Set<string>,
): Promise<Outcome<{ readonly count: number; readonly isWhole: boolean }>> {
  let isWhole = true;
  const imported = await importWhole((append) =>
    readBundle(database, seal, bundle, async (found) => {
      const { read, unread } = readChanges(found);
      isWhole &&= unread.length === 0;
      // Made by a newer Xunji: kept as they came, and read after an update.
      await database.unread.bulkPut(
        unread.map((change) => ({ id: change.id, sealed: sealJson(seal, change) })),
      );
      for (const { fields } of read) {
        const sha256 = fields['sha256']?.value;
        if (typeof sha256 === 'string') hashes.add(sha256);
      }
      return append(read);
    }),
  );
  if (!imported.ok) return imported;
  const { gathered, count, sequence } = imported.value;
  // They count, but the journal has no room for them yet: taken in again once there is, nothing of it is lost or there twice.
  if (count > 0 && sequence === null) return fail(problem('disk.full'));
  return succeed({ count: gathered, isWhole });
}

/** Files of which this laptop first hears by this bundle, and which it did not bring. */
async function notHere(
  database: Database,
  { files }: OpenedBundle,
  hashes: readonly string[],
): Promise<readonly string[]> {
  const brought = new Set(files.map(({ sha256 }) => sha256));
  const rows = await database.files.bulkGet([...hashes]);
  return hashes.filter((sha256, index) => rows[index] === undefined && !brought.has(sha256));
}

/** What the bundle brought is here now, and for the server; what it did not bring is to be fetched when there is one. */
async function noteFiles(
  database: Database,
  { files }: OpenedBundle,
  elsewhere: readonly string[],
): Promise<void> {
  const brought = files.map(({ sha256 }) => sha256);
  await database.transaction('rw', database.files, async () => {
    const rows = await database.files.bulkGet([...brought, ...elsewhere]);
    const changed = rows.flatMap((row, index) => {
      const state = index < brought.length ? ('toSend' as const) : ('toFetch' as const);
      return row && row.state !== 'settled' ? [{ ...row, state }] : [];
    });
    await database.files.bulkPut(changed);
  });
}
