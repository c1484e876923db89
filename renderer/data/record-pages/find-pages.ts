import type { RecordPage, RowKeys } from '../database';
import { asked } from './asked';
import { keptInMemory } from './kept-in-memory';

/** Below this many a request for each costs nothing that anybody notices. */
const fewIds = 20;

/** Beside what a record holds, about what its row takes in memory. */
const rowBytes = 200;

/**
 * What a page was read as stays true for its key. Records that are asked for one by one lie mostly in the same few; what they are counted by
 * is asked of all of them whenever one is written.
 */
const keptPages = keptInMemory<RecordPage>(4 << 20, ({ rows }) =>
  rows.reduce((sum, { sealed }) => sum + sealed.byteLength + rowBytes, 0),
);
const keptKeys = keptInMemory<readonly RowKeys[]>(4 << 20, (rows) => rows.length * rowBytes);

/** The pages in which some of these records are, and perhaps some beside them. */
export async function findPages(
  transaction: IDBTransaction,
  ids: readonly string[],
): Promise<readonly RecordPage[]> {
  if (ids.length === 0) return [];
  const index = transaction.objectStore('recordPages').index('ids');
  if (ids.length > fewIds) {
    // Ids of the same time lie side by side: mostly one look at their stretch tells.
    const sorted = ids.toSorted();
    const most = ids.length * 2;
    const near = IDBKeyRange.bound(sorted[0], sorted.at(-1));
    const keys = await asked(index.getAllKeys(near, most));
    if (keys.length < most) return readPages(transaction, keys);
  }
  const keys = await Promise.all(ids.map((id) => asked(index.getKey(id))));
  return readPages(
    transaction,
    keys.flatMap((key) => key ?? []),
  );
}

/** The pages with these keys, each once. */
export function readPages(
  transaction: IDBTransaction,
  keys: readonly IDBValidKey[],
): Promise<readonly RecordPage[]> {
  return readEach(keys, async (key) => {
    const page = keptPages.get(key) ?? (await readPage(transaction, key));
    if (page) keptPages.keep(key, page);
    return page ?? [];
  });
}

/** The rows of each of these pages, without what their records hold. */
export function readPageKeys(
  transaction: IDBTransaction,
  keys: readonly IDBValidKey[],
): Promise<readonly (readonly RowKeys[])[]> {
  return readEach(keys, async (key) => {
    const known = keptKeys.get(key);
    if (known) return [known];
    const page = keptPages.get(key) ?? (await readPage(transaction, key));
    if (!page) return [];
    const rows = page.rows.map((row): RowKeys => {
      const { sealed: _, ...found } = row;
      return found;
    });
    keptKeys.keep(key, rows);
    return [rows];
  });
}

async function readEach<T>(
  keys: readonly IDBValidKey[],
  read: (key: string) => Promise<T | readonly T[]>,
): Promise<readonly T[]> {
  return (await Promise.all([...new Set(keys as readonly string[])].map(read))).flat() as T[];
}

function readPage(transaction: IDBTransaction, key: string): PromiseLike<RecordPage | undefined> {
  return asked(transaction.objectStore('recordPages').get(key)) as PromiseLike<RecordPage | undefined>;
}
