import type { Change } from '../../shared/changes/change';
import { listConflicts } from '../../shared/changes/list-conflicts';
import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { shownText } from '../../shared/changes/shown-text';
import type { Seal } from '../../shared/sealing/seal';
import type { Database, HistoryRow, RecordRow } from './database';
import { dropReplaced } from './drop-replaced';
import { openJson, sealJson } from './sealed-json';
import { moveTally } from './tally';

export type Origin = 'local' | 'remote';

/** What a merge writes. */
export function mergeTables({ records, outbox, refused, history, files, progress }: Database) {
  return [records, outbox, refused, history, files, progress];
}

/**
 * Merges changes into the records, keeps local ones in the outbox and notes which files have to travel.
 * To be called inside a transaction over `mergeTables`. Doing it twice changes nothing.
 */
export async function mergeIntoDatabase(
  database: Database,
  seal: Seal,
  changes: readonly Change[],
  origin: Origin,
): Promise<void> {
  const ids = [...new Set(changes.map((change) => change.record))];
  const rows = await database.records.bulkGet(ids);
  const states = new Map<string, RecordState>();
  for (const row of rows) if (row) states.set(row.id, openJson<RecordState>(seal, row.sealed));
  for (const change of changes) states.set(change.record, merge(states.get(change.record), change));
  const merged = [...states.values()].map((state) => rowOf(seal, state));
  for (const slice of slicesOf(merged)) await database.records.bulkPut(slice);
  await moveTally(
    database,
    rows.flatMap((row) => row ?? []),
    merged,
  );
  await database.history.bulkPut(changes.map((change) => historyRowOf(seal, change)));
  if (origin === 'local') {
    await enqueue(database, seal, changes);
    await dropReplaced(database, seal, ids);
  }
  await noteFiles(database, changes, origin);
}

export function historyRowOf(seal: Seal, change: Change): HistoryRow {
  return { id: change.id, record: change.record, sealed: sealJson(seal, change) };
}

export function rowOf(seal: Seal, state: RecordState): RecordRow {
  return {
    id: state.id,
    kind: state.kind,
    tour: shownText(state, 'tour'),
    stop: shownText(state, 'stop'),
    site: state.kind === 'stop' ? shownText(state, 'site') : '',
    deleted: state.fields['deleted']?.heads[0]?.value === true ? 1 : 0,
    conflicted: listConflicts(state).length > 0 ? 1 : 0,
    sealed: sealJson(seal, state),
  };
}

/** Puts changes that are not there yet at the end of the outbox. */
export async function enqueue(database: Database, seal: Seal, changes: readonly Change[]): Promise<void> {
  const waiting = new Set(
    (
      await database.outbox
        .where('id')
        .anyOf(changes.map(({ id }) => id))
        .toArray()
    ).map((row) => row.id),
  );
  const added = [...new Map(changes.map((change) => [change.id, change])).values()]
    .filter((change) => !waiting.has(change.id))
    .map((change) => ({ id: change.id, record: change.record, sealed: sealJson(seal, change) }));
  for (const slice of slicesOf(added)) await database.outbox.bulkAdd(slice);
  await moveTally(database, [], added);
}

/** Of 50 rows at once Dexie says only that the table changed: every list and the search would read all of it again. */
const namedAtOnce = 49;

function slicesOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const slices: T[][] = [];
  for (let from = 0; from < rows.length; from += namedAtOnce)
    slices.push(rows.slice(from, from + namedAtOnce));
  return slices;
}

/** Notes the files that these changes name, where they are not known yet: to be sent, or got from elsewhere. */
export async function noteFiles(
  database: Database,
  changes: readonly Change[],
  origin: Origin,
): Promise<void> {
  const state = origin === 'local' ? ('toSend' as const) : ('toFetch' as const);
  const named = changes.flatMap(({ record, fields }) => {
    const [sha256, size, mime] = ['sha256', 'size', 'mime'].map((name) => fields[name]?.value);
    if (typeof sha256 !== 'string') return [];
    return [
      {
        sha256,
        state,
        record,
        ...(typeof size === 'number' && { size }),
        ...(typeof mime === 'string' && { mime }),
      },
    ];
  });
  const known = await database.files.bulkGet(named.map(({ sha256 }) => sha256));
  await database.files.bulkPut(named.filter((_, place) => known[place] === undefined));
}
