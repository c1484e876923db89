import type { Change } from '../../shared/changes/change';
import type { Seal } from '../../shared/sealing/seal';
import type { Database, HistoryPage, HistoryRow } from './database';
import { putInSlices } from './put-in-slices';
import { openJson, sealJson } from './sealed-json';

/** So many changes in one row: whoever looks at the history of one record opens a few rows, and not a whole exchange. */
const pageSize = 50;

/** Keeps changes for the history of their records; in the transaction of the caller. */
export async function keepHistory(
  { history, historyPages }: Database,
  seal: Seal,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length < pageSize)
    return putInSlices(history, changes, (change): HistoryRow => ({
      id: change.id,
      record: change.record,
      sealed: sealJson(seal, change),
    }));
  await historyPages.bulkPut(pagesOf(changes).map((page) => historyPageOf(seal, page)));
}

/** Every change of a record that this database has. */
export async function readHistory(
  { history, historyPages }: Database,
  seal: Seal,
  record: string,
): Promise<readonly Change[]> {
  const [rows, pages] = await Promise.all([
    history.where('record').equals(record).toArray(),
    historyPages.where('records').equals(record).toArray(),
  ]);
  const changes = [
    ...pages.flatMap((page) => openJson<readonly Change[]>(seal, page.sealed)),
    ...rows.map((row) => openJson<Change>(seal, row.sealed)),
  ].filter((change) => change.record === record);
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}

/** Which of these changes this database has. */
export async function findKnownChanges(
  { history, historyPages }: Database,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const [alone, inPages] = await Promise.all([
    history
      .where('id')
      .anyOf([...ids])
      .primaryKeys(),
    historyPages
      .where('ids')
      .anyOf([...ids])
      .keys(),
  ]);
  return new Set([...alone, ...inPages.map(String)]);
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
