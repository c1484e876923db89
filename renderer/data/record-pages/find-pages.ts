import type { RecordPage } from '../database';
import { asked } from './asked';

/** Below this many a request for each costs nothing that anybody notices. */
const fewIds = 20;

/** So many are kept in memory: records that are asked for one by one lie mostly in the same few. */
const mostKept = 32;

/** What a page was read as stays true for its key. The one that was used last stands last. */
const kept = new Map<string, RecordPage>();

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
export async function readPages(
  transaction: IDBTransaction,
  keys: readonly IDBValidKey[],
): Promise<readonly RecordPage[]> {
  const store = transaction.objectStore('recordPages');
  const read = async (key: string) => {
    const page = kept.get(key) ?? ((await asked(store.get(key))) as RecordPage | undefined);
    if (page) keep(page);
    return page ?? [];
  };
  const pages = await Promise.all([...new Set(keys as readonly string[])].map(read));
  return pages.flat();
}

function keep(page: RecordPage): void {
  kept.delete(page.id);
  kept.set(page.id, page);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
