import type { Change } from '../../shared/changes/change';
import { listConflicts } from '../../shared/changes/list-conflicts';
import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { shownText } from '../../shared/changes/shown-text';
import type { Seal } from '../../shared/sealing/seal';
import { findAlone } from './alone';
import type { Database, RecordRow } from './database';
import { dropReplaced } from './drop-replaced';
import { findRows } from './find-rows';
import { areMany, keepHistory } from './history';
import { enqueue } from './outbox/enqueue';
import { putRecords } from './record-pages/put-records';
import { openState, sealState } from './sealed-json';
import { moveTally } from './tally';

export type Origin = 'local' | 'remote';

/** What a merge writes. */
export function mergeTables(database: Database) {
  const { records, outbox, refused, history, historyPages, files, progress } = database;
  return [records, outbox, refused, history, historyPages, files, progress];
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
  sequences: ReadonlyMap<string, number> = new Map(),
): Promise<void> {
  const ofRecord = new Map<string, Change[]>();
  for (const change of changes) {
    const known = ofRecord.get(change.record);
    if (known) known.push(change);
    else ofRecord.set(change.record, [change]);
  }
  const ids = [...ofRecord.keys()];
  const before = await findRows(database.records, ids);
  const alone = areMany(changes) ? findAlone(ofRecord, before) : new Set();
  const merged: RecordRow[] = [];
  const mergeOne = ([id, own]: readonly [string, readonly Change[]]) => {
    const row = before.get(id);
    const state = own.reduce<RecordState | undefined>(merge, row && openState(seal, row.sealed));
    const after = { ...rowOf(seal, state as RecordState), ...(alone.has(id) && { alone: 1 as const }) };
    merged.push(after);
    return after;
  };
  await putRecords(database, [...ofRecord], mergeOne, [...before.keys()]);
  await moveTally(database, [...before.values()], merged);
  await keepHistory(
    database,
    seal,
    changes.filter(({ record }) => !alone.has(record)),
    [...before.values()],
  );
  if (origin === 'local') {
    await enqueue(database, seal, changes, sequences);
    await dropReplaced(database, seal, ids);
  }
  await noteFiles(database, changes, origin);
}

export function rowOf(seal: Seal, state: RecordState): RecordRow {
  return {
    id: state.id,
    kind: state.kind,
    tour: shownText(state, 'tour'),
    stop: shownText(state, 'stop'),
    ...(state.kind === 'stop' && { site: shownText(state, 'site') }),
    deleted: state.fields['deleted']?.heads[0]?.value === true ? 1 : 0,
    ...(listConflicts(state).length > 0 && { conflicted: 1 as const }),
    sealed: sealState(seal, state),
  };
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
