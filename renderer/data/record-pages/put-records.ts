import { Dexie } from 'dexie';
import type { Database, RecordRow } from '../database';
import { areManyRows, putInSlices } from '../put-in-slices';
import { putThrough } from '../put-through';
import { asked } from './asked';
import { inTurn } from './in-turn';
import { pageOf } from './record-page';
import { takeOut } from './take-out';

/** Rows in a page: a put costs about the same whatever it holds, an edit of one of them writes all of them again. */
const pageSize = 100;

/** Fewer of a kind stay rows: who asks for the tours of an office shall not read pages for each. */
const fewest = 25;

/**
 * Puts the record of each of these; many go into pages, each of one tour and one kind, since that is how they are asked for. `known`
 * are those of them that are there. The next rows are made while the last ones are being written, and in between the window draws.
 * In the transaction of the caller.
 */
export async function putRecords<T>(
  { records, recordPages }: Database,
  items: readonly T[],
  rowOf: (item: T) => RecordRow,
  known: readonly string[],
): Promise<void> {
  if (!areManyRows(items)) return putInSlices(records, items, rowOf);
  const through = putThrough(records);
  const transaction: IDBTransaction = Dexie.currentTransaction.idbtrans;
  const pages = transaction.objectStore(recordPages.name);
  if (known.length > 0)
    await inTurn(transaction, async () => {
      for (const id of known) transaction.objectStore(records.name).delete(id);
      await takeOut(transaction, known);
    });
  const open = new Map<string, RecordRow[]>();
  const putPage = (rows: readonly RecordRow[]) => {
    through.name(rows.map(({ id }) => id));
    return asked(pages.put(pageOf(rows)));
  };
  let writing: PromiseLike<unknown> | null = null;
  for (let from = 0; from < items.length; from += pageSize) {
    const full: RecordRow[][] = [];
    for (const row of items.slice(from, from + pageSize).map(rowOf)) {
      const group = JSON.stringify([row.tour, row.kind]);
      const rows = open.get(group) ?? [];
      open.set(group, rows);
      rows.push(row);
      if (rows.length < pageSize) continue;
      full.push(rows);
      open.delete(group);
    }
    // Where no page is full the database is asked something all the same: the window draws until it answers.
    await (writing ?? asked(pages.getKey('')));
    writing = full.length > 0 ? Dexie.Promise.all(full.map(putPage)) : null;
  }
  if (writing) await writing;
  const left = [...open.values()];
  for (const rows of left) if (rows.length >= fewest) await putPage(rows);
  const single = left.filter((rows) => rows.length < fewest).flat();
  if (single.length > 0) await through.put(single);
  through.tell();
}
