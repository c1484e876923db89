import type { RecordState } from '../../shared/changes/record-state';
import type { AnyChange } from '../../shared/changes/change';
import { officeKinds, recordKinds } from '../../shared/records/record-schemas';
import type { Seal } from '../../shared/sealing/seal';
import type { Database, RecordRow } from './database';
import { openJson } from './sealed-json';
import { moveTally } from './tally';

/**
 * Takes all that belongs to some scopes out of the database, in one transaction: records, their history, their files' rows, what
 * was not understood, cursors and views. What was refused stays: somebody here typed it, and it is nowhere else.
 */
export async function removeScopes(database: Database, seal: Seal, scopes: readonly string[]): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const going = await recordsOf(database, seal, new Set(scopes));
    const ids = going.map((row) => row.id);
    const hashes = going.flatMap((row) => hashOf(seal, row));
    await database.records.bulkDelete([...ids]);
    await moveTally(database, going, []);
    await database.history.where('record').anyOf(ids).delete();
    await database.files.bulkDelete([...(await unnamed(database, seal, hashes))]);
    const unread = (await database.unread.toArray()).filter((row) => {
      const { scope } = openJson<AnyChange & { readonly scope?: unknown }>(seal, row.sealed);
      return typeof scope === 'string' && scopes.includes(scope);
    });
    await database.unread.bulkDelete(unread.map((row) => row.id));
    const progress = await database.progress.get('progress');
    if (!progress) return;
    await database.progress.update('progress', {
      cursors: without(progress.cursors, scopes),
      views: without(progress.views ?? {}, scopes),
      lost: (progress.lost ?? []).filter((scope) => !scopes.includes(scope)),
    });
  });
}

/** The `tour` column is what people see; which scope a record travels in is in its state. */
async function recordsOf(
  database: Database,
  seal: Seal,
  scopes: ReadonlySet<string>,
): Promise<readonly RecordRow[]> {
  const kinds = recordKinds.filter((kind) => !officeKinds.includes(kind));
  const places = ['', ...scopes].flatMap((tour) => kinds.map((kind) => [tour, kind]));
  const rows = await database.records.where('[tour+kind]').anyOf(places).toArray();
  return rows.filter((row) => scopes.has(openJson<RecordState>(seal, row.sealed).scope));
}

function hashOf(seal: Seal, row: RecordRow): readonly string[] {
  if (row.kind !== 'attachment') return [];
  const hash = openJson<RecordState>(seal, row.sealed).fields['sha256']?.heads[0]?.value;
  return typeof hash === 'string' ? [hash] : [];
}

/** Of these files, those that no record here names any more. */
async function unnamed(
  database: Database,
  seal: Seal,
  hashes: readonly string[],
): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const left = new Set(hashes);
  await database.records
    .where('kind')
    .equals('attachment')
    .each((row) => {
      for (const hash of hashOf(seal, row)) left.delete(hash);
    });
  return [...left];
}

function without<T>(
  entries: Readonly<Record<string, T>>,
  names: readonly string[],
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)));
}
