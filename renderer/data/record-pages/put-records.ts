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
 * So many of a tour and kind are put in order by their stops before pages are made of them: a page then has the records of few stops. Each
 * stop of a page is two entries of indexes, which took longer to write than the rows; and who looks at a stop reads few pages.
 */
const mostInOrder = 1000;

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
  const ready: RecordRow[][] = [];
  const single: RecordRow[] = [];
  let writing: PromiseLike<unknown> | null = null;
  /** Where no page is ready the database is asked something all the same: the window draws until it answers. */
  async function putNext(): Promise<void> {
    await (writing ?? asked(pages.getKey('')));
    const rows = ready.shift();
    through.name(rows?.map(({ id }) => id) ?? []);
    writing = rows ? asked(pages.put(pageOf(rows))) : null;
  }
  for (let from = 0; from < items.length; from += pageSize) {
    for (const row of items.slice(from, from + pageSize).map(rowOf)) {
      const group = JSON.stringify([row.tour, row.kind]);
      const rows = open.get(group) ?? [];
      open.set(group, rows);
      rows.push(row);
      if (rows.length < mostInOrder) continue;
      ready.push(...inPages(rows));
      open.delete(group);
    }
    await putNext();
  }
  for (const rows of [...open.values()].flatMap(inPages))
    if (rows.length < fewest) single.push(...rows);
    else ready.push(rows);
  while (ready.length > 0 || writing) await putNext();
  if (single.length > 0) await through.put(single);
  through.tell();
}

function inPages(rows: readonly RecordRow[]): readonly RecordRow[][] {
  const sorted = rows.toSorted((one, other) =>
    one.stop === other.stop ? 0 : one.stop < other.stop ? -1 : 1,
  );
  return Array.from({ length: Math.ceil(rows.length / pageSize) }, (_, at) =>
    sorted.slice(at * pageSize, (at + 1) * pageSize),
  );
}
