import type { Change, AnyChange } from '../../shared/changes/change';
import { type Outcome, succeed } from '../../shared/outcome';
import { officeKinds, recordKinds } from '../../shared/records/record-schemas';
import type { Seal } from '../../shared/sealing/seal';
import { askForGoing } from './ask-for-going';
import { callBridge } from './call-bridge';
import type { Database, RecordRow } from './database';
import { fileHashOf } from './file-hash-of';
import { forgetHistory } from './history';
import { openJson, openState } from './sealed-json';
import { forgetOpenItems } from './open-items/forget-open-items';
import { moveTally } from './tally';
import { rowsByKeys } from './rows-by-keys';

/**
 * Takes all that belongs to some scopes off this laptop: out of the journal with its files, where main answers when they are gone, and
 * then out of the database in one transaction. Until that they count as lost, so that a stop in between begins again; should they be
 * given back before that, the originals are asked for. What was refused stays: somebody here typed it, and it is nowhere else.
 * To be called where no save comes in between.
 */
export async function removeScopes(
  database: Database,
  seal: Seal,
  scopes: readonly string[],
): Promise<Outcome<null>> {
  const going = await recordsOf(database, seal, new Set(scopes));
  const files = await unnamed(database, seal, going);
  // Not their state: the files that move beside this would find the originals here, and settle them just before they go.
  await database.progress.update('progress', { goingFiles: [...files] });
  const refused = (await database.refused.toArray()).map((row) => openJson<Change>(seal, row.sealed));
  const forgotten = await callBridge('journal.forgetScopes', {
    scopes: [...scopes],
    keep: refused.filter(({ scope }) => scopes.includes(scope)).map(({ id }) => id),
    files: [...files],
  });
  if (!forgotten.ok) {
    await askForGoing(database);
    return forgotten;
  }
  // An async function, or Dexie does not follow its awaits and the transaction ends early.
  await database.transaction('rw', database.tables, async () => {
    await removeRows(database, seal, scopes, going, files);
  });
  return succeed(null);
}

async function removeRows(
  database: Database,
  seal: Seal,
  scopes: readonly string[],
  going: readonly RecordRow[],
  files: readonly string[],
): Promise<void> {
  const ids = going.map((row) => row.id);
  await database.records.bulkDelete([...ids]);
  await moveTally(database, going, []);
  await forgetHistory(database, ids);
  await database.files.bulkDelete([...files]);
  const unread = (await database.unread.toArray()).filter((row) => {
    const { scope } = openJson<AnyChange & { readonly scope?: unknown }>(seal, row.sealed);
    return typeof scope === 'string' && scopes.includes(scope);
  });
  await database.unread.bulkDelete(unread.map((row) => row.id));
  await database.hubFiles.bulkDelete([...files]);
  await forgetOpenItems(database);
  const progress = await database.progress.get('progress');
  if (!progress) return;
  await database.progress.update('progress', {
    cursors: without(progress.cursors, scopes),
    views: without(progress.views ?? {}, scopes),
    lost: (progress.lost ?? []).filter((scope) => !scopes.includes(scope)),
    goingFiles: [],
    taken: [...new Set([...(progress.taken ?? []), ...scopes])],
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
  const rows = await rowsByKeys(database.records, '[tour+kind]', places);
  return rows.filter((row) => scopes.has(openState(seal, row.sealed).scope));
}

/** The files of these records that no other record here names. */
async function unnamed(
  database: Database,
  seal: Seal,
  going: readonly RecordRow[],
): Promise<readonly string[]> {
  const left = new Set(going.flatMap((row) => fileHashOf(seal, row) ?? []));
  if (left.size === 0) return [];
  const gone = new Set(going.map(({ id }) => id));
  await database.records
    .where('kind')
    .equals('attachment')
    .each((row) => {
      if (!gone.has(row.id)) left.delete(fileHashOf(seal, row) ?? '');
    });
  return [...left];
}

function without<T>(
  entries: Readonly<Record<string, T>>,
  names: readonly string[],
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)));
}
