import type { Table } from 'dexie';
import { putThrough } from './put-through';

/** Of 50 rows at once Dexie says only that the table changed: every list and the search would read all of it again. */
const namedAtOnce = 49;

/** From here on following each row through Dexie costs more than writing it. */
const many = 200;

export function areManyRows(items: readonly unknown[]): boolean {
  return items.length >= many;
}

/**
 * Puts the row of each of these, slice by slice: the next slice is made while the last one is being written, and in between the
 * window draws. In the transaction of the caller.
 */
export async function putInSlices<T, R extends object>(
  table: Table<R, never> | Table<R, string> | Table<R, number>,
  items: readonly T[],
  rowOf: (item: T) => R,
): Promise<void> {
  const through = areManyRows(items) ? putThrough(table as Table<R, string>) : null;
  const put = through?.put ?? ((rows: readonly R[]) => (table as Table<R, string>).bulkPut(rows));
  let writing: PromiseLike<unknown> | null = null;
  for (let from = 0; from < items.length; from += namedAtOnce) {
    const rows = items.slice(from, from + namedAtOnce).map(rowOf);
    if (writing) await writing;
    writing = put(rows);
  }
  if (writing) await writing;
  through?.tell();
}
