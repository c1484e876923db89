import { Dexie } from 'dexie';
import type { Database, RecordPage } from '../database';
import { asked } from './asked';
import { pageIndexes, pageOf } from './record-page';

/** A few rows of two hundred at once. */
const atOnce = 4;

/** Of each page that was read, by its key, how many entries it has in each index, and how many of its rows stand in one. */
export type CheckedPages = Map<string, ReadonlyMap<string, number>>;

/** Reads all pages, with `pause` between a few of them. Throws where a page does not agree with its own rows. */
export async function checkPages(
  { recordPages }: Database,
  pause: () => Promise<void>,
): Promise<CheckedPages> {
  const checked: CheckedPages = new Map();
  for (let after = ''; ;) {
    await pause();
    const pages = await recordPages.where('id').above(after).limit(atOnce).toArray();
    for (const page of pages) checked.set(page.id, countsOf(page));
    const last = pages.at(-1);
    if (!last) return checked;
    after = last.id;
  }
}

/**
 * Whether both stores and all their indexes have what was read, and each of `records` records once. In a transaction over both; of pages
 * only those that came since are read in it: what was read of the others is true for their keys.
 */
export async function arePagesWhole(
  { recordPages }: Database,
  checked: CheckedPages,
  records: number,
): Promise<boolean> {
  const keys = new Set(await recordPages.toCollection().primaryKeys());
  for (const key of checked.keys()) if (!keys.has(key)) checked.delete(key);
  for (const key of keys) {
    if (checked.has(key)) continue;
    const page = await recordPages.get(key);
    if (!page) return false;
    checked.set(key, countsOf(page));
  }
  const sum = (name: string) =>
    [...checked.values()].reduce((all, counts) => all + (counts.get(name) ?? 0), 0);
  for (const name of ['ids', ...pageIndexes.map(({ within }) => within)])
    if ((await countStored('recordPages', name)) !== sum(name)) return false;
  return (await countStored('records')) + sum('ids') === records;
}

/** How many entries the store or an index of it has, past everything that answers for two stores. In a transaction over it. */
export function countStored(store: string, index?: string): PromiseLike<number> {
  const transaction: IDBTransaction = Dexie.currentTransaction.idbtrans;
  const source = transaction.objectStore(store);
  return asked((index === undefined ? source : source.index(index)).count());
}

/** How many rows in pages have an entry in this index of `records`. */
export function countPagedIn(checked: CheckedPages, index: string): number {
  return [...checked.values()].reduce((all, counts) => all + (counts.get(`rows ${index}`) ?? 0), 0);
}

function countsOf(page: RecordPage): ReadonlyMap<string, number> {
  const same = { ...pageOf(page.rows), id: page.id };
  const counts = new Map([['ids', page.ids.length]]);
  if (JSON.stringify(same.ids) !== JSON.stringify(page.ids))
    throw new Error('a page is not what its rows say');
  for (const { name, within, columns } of pageIndexes) {
    if (JSON.stringify(same[within]) !== JSON.stringify(page[within]))
      throw new Error('a page is not what its rows say');
    counts.set(within, page[within].length);
    counts.set(`rows ${name}`, page.rows.filter((row) => columns.every((column) => column in row)).length);
  }
  return counts;
}
