import type { Table } from 'dexie';

/** Of 50 rows at once Dexie says only that the table changed: every list and the search would read all of it again. */
const namedAtOnce = 49;

/**
 * Puts the row of each of these, slice by slice: the next slice is made while the last one is being written, and in between the
 * window draws. In the transaction of the caller.
 */
export async function putInSlices<T, R>(
  table: Table<R, never> | Table<R, string> | Table<R, number>,
  items: readonly T[],
  rowOf: (item: T) => R,
): Promise<void> {
  let writing: PromiseLike<unknown> | null = null;
  for (let from = 0; from < items.length; from += namedAtOnce) {
    const rows = items.slice(from, from + namedAtOnce).map(rowOf);
    if (writing) await writing;
    writing = (table as Table<R, string>).bulkPut(rows);
  }
  if (writing) await writing;
}
