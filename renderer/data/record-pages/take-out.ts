import { asked } from './asked';
import { findPages } from './find-pages';
import { pageOf } from './record-page';

/**
 * Takes these records out of the pages in which they are: each page is written once without them, and goes with its last one. Not
 * beside other page work of the transaction: see in-turn.ts.
 */
export async function takeOut(transaction: IDBTransaction, ids: readonly string[]): Promise<void> {
  const pages = await findPages(transaction, ids);
  const gone = new Set(ids);
  const store = transaction.objectStore('recordPages');
  const written: PromiseLike<unknown>[] = [];
  for (const { id, rows } of pages) {
    const left = rows.filter((row) => !gone.has(row.id));
    if (left.length === rows.length) continue;
    written.push(asked(store.delete(id)));
    if (left.length > 0) written.push(asked(store.put(pageOf(left))));
  }
  await Promise.all(written);
}
