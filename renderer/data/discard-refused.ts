import type { Change } from '../../shared/changes/change';
import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Seal } from '../../shared/sealing/seal';
import type { Database } from './database';
import { callBridge } from './call-bridge';
import { fillHistory } from './fill-history';
import { keepHistory, readHistory } from './history';
import { mergeTables, rowOf } from './merge-into-database';
import { followJournal } from './follow-journal';
import { openJson, openState } from './sealed-json';
import { takeFromOutbox } from './outbox/take-from-outbox';
import { moveTally } from './tally';

/**
 * Takes what the server refused of a record back on this laptop: it stands again as the others have it, or is gone where nobody
 * else ever had it. The words stay in its history and in the journal.
 */
export async function discardRefused(database: Database, seal: Seal, record: string): Promise<Outcome<null>> {
  const rows = await database.refused.where('record').equals(record).toArray();
  if (rows.length === 0) return succeed(null);
  const changes = rows.map(({ sealed }) => openJson<Change>(seal, sealed));
  const gone = new Set(changes.map(({ id }) => id));
  const run = () =>
    // An async function, or Dexie does not follow its awaits and the transaction ends early.
    database.transaction('rw', mergeTables(database), async () => {
      return takeBack(database, seal, record, gone);
    });
  // Not all of the history need be in the database; what lacks is in the journal.
  if (!(await run())) {
    const filled = await fillHistory(database, seal);
    if (!filled.ok) return filled;
    if (!(await run())) return fail(problem('internal.bug'));
  }
  // A database that is made again reads there that it was taken back. Should the disk be full now, it is refused once more.
  const written = await callBridge('journal.append', { origin: 'discarded', changes });
  if (written.ok) await followJournal(database, written.value.sequence, changes.length);
  return succeed(null);
}

/**
 * Takes changes out of a record as if they had never been made. False, and nothing done, where the history lacks something that
 * stands in it. To be called inside a transaction over `mergeTables`.
 */
export async function takeBack(
  database: Database,
  seal: Seal,
  record: string,
  gone: ReadonlySet<string>,
): Promise<boolean> {
  const row = await database.records.get(record);
  if (!row) return true;
  const before = openState(seal, row.sealed);
  const counted = countedIn(before);
  const changes = (await readHistory(database, seal, record))
    // The history also keeps what was taken back earlier.
    .filter(({ id }) => counted.has(id) && !gone.has(id));
  const left = changes.reduce<RecordState | undefined>(merge, undefined);
  if (!holds(left, before, gone)) return false;
  const after = left ? [rowOf(seal, left)] : [];
  await keepHistory(database, seal, [], [row]);
  await database.records.bulkPut(after);
  if (!left) await database.records.delete(record);
  await moveTally(database, [row], after);
  await database.refused.bulkDelete([...gone]);
  await takeFromOutbox(database, [...gone]);
  return true;
}

/** The changes of which the record knows, whether they stand or were replaced. */
function countedIn({ fields }: RecordState): ReadonlySet<string> {
  return new Set(
    Object.values(fields).flatMap(({ heads, past }) => [...heads.map(({ change }) => change), ...past]),
  );
}

/** Whether all that stood in the record, but for what goes, still stands in it. */
function holds(left: RecordState | undefined, before: RecordState, gone: ReadonlySet<string>): boolean {
  return Object.entries(before.fields).every(([name, { heads }]) =>
    heads
      .filter(({ change }) => !gone.has(change))
      .every(({ change }) => left?.fields[name]?.heads.some((head) => head.change === change)),
  );
}
