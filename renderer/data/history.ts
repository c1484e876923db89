import type { AnyChange, Change } from '../../shared/changes/change';
import type { Seal } from '../../shared/sealing/seal';
import { changeAlone } from './alone';
import type { Database, HistoryPage, HistoryRow, RecordRow } from './database';
import { findRows } from './find-rows';
import { putInSlices } from './put-in-slices';
import { openJson, openState, sealJson } from './sealed-json';

/** So many changes in one row: whoever looks at the history of one record opens a few rows, and not a whole exchange. */
const pageSize = 50;

/** Whether so many came at once that they are kept in pages. */
export function areMany(changes: readonly Change[]): boolean {
  return changes.length >= pageSize;
}

/**
 * Keeps changes for the history of their records, and what `before`, rows that are written anew, held of it; in the transaction of
 * the caller.
 */
export async function keepHistory(
  { history, historyPages }: Database,
  seal: Seal,
  changes: readonly Change[],
  before: readonly RecordRow[] = [],
): Promise<void> {
  const all = [...before.flatMap((row) => heldBy(seal, row)), ...changes];
  if (areMany(all)) await historyPages.bulkPut(pagesOf(all).map((page) => historyPageOf(seal, page)));
  else
    await putInSlices(history, all, (change): HistoryRow => ({
      id: change.id,
      record: change.record,
      sealed: sealJson(seal, change),
    }));
}

function heldBy(seal: Seal, row: RecordRow | undefined): readonly Change[] {
  return row?.alone === 1 ? [changeAlone(openState(seal, row.sealed))] : [];
}

/** Every change of a record that this database has. */
export async function readHistory(
  { records, history, historyPages }: Database,
  seal: Seal,
  record: string,
): Promise<readonly Change[]> {
  const [row, rows, pages] = await Promise.all([
    records.get(record),
    history.where('record').equals(record).toArray(),
    historyPages.where('records').equals(record).toArray(),
  ]);
  const changes = [
    ...heldBy(seal, row),
    ...pages.flatMap((page) => openJson<readonly Change[]>(seal, page.sealed)),
    ...rows.map((row) => openJson<Change>(seal, row.sealed)),
  ].filter((change) => change.record === record);
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}

/** Which of these changes this database has. */
export async function findKnownChanges(
  { records, history, historyPages }: Database,
  seal: Seal,
  changes: readonly AnyChange[],
): Promise<ReadonlySet<string>> {
  const ids = changes.map(({ id }) => id);
  const named = changes.flatMap(({ record }) => (typeof record === 'string' ? record : []));
  const [inRows, inPages, before] = await Promise.all([
    history.where('id').anyOf(ids).primaryKeys(),
    historyPages.where('ids').anyOf(ids).keys(),
    findRows(records, [...new Set(named)]),
  ]);
  const asked = new Set(ids);
  const held = [...before.values()].flatMap((row) => heldBy(seal, row)).filter(({ id }) => asked.has(id));
  return new Set([...inRows, ...inPages.map(String), ...held.map(({ id }) => id)]);
}

/** The history of these records goes; what came with it in one row is of the same scope. */
export async function forgetHistory(
  { history, historyPages }: Database,
  records: readonly string[],
): Promise<void> {
  await history
    .where('record')
    .anyOf([...records])
    .delete();
  await historyPages
    .where('records')
    .anyOf([...records])
    .delete();
}

function historyPageOf(seal: Seal, changes: readonly Change[]): HistoryPage {
  return {
    id: changes[0]?.id ?? '',
    ids: changes.map(({ id }) => id),
    records: [...new Set(changes.map(({ record }) => record))],
    sealed: sealJson(seal, changes),
  };
}

/** A scope that goes takes its rows with it: no row holds changes of two. */
function pagesOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const pages: Change[][] = [];
  const open = new Map<string, Change[]>();
  for (const change of changes) {
    const page = open.get(change.scope);
    if (page && page.length < pageSize) page.push(change);
    else {
      const next = [change];
      pages.push(next);
      open.set(change.scope, next);
    }
  }
  return pages;
}
