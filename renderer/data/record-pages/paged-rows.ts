import { type DBCoreIndex, type DBCoreKeyRange, cmp } from 'dexie';
import type { RowKeys } from '../database';
import { asked } from './asked';
import { readPageKeys, readPages } from './find-pages';
import { pageIndexes } from './record-page';

/** DBCoreRangeType, whose names Dexie does not export. */
const [equal, any, never] = [1, 3, 4];

/** Pages that are read before it is asked whether they are enough. */
const atOnce = 4;

interface Wanted {
  /** Of so many those that come first, and perhaps some more. */
  readonly limit?: number | undefined;
  readonly isBack?: boolean;
  /** What the records hold is not asked for: that is not read anew for it. */
  readonly isKeysOnly?: boolean;
}

/** The rows in pages that an index has within a range. */
export async function pagedRows(
  transaction: IDBTransaction,
  index: DBCoreIndex,
  range: DBCoreKeyRange,
  { limit = Infinity, isBack = false, isKeysOnly = false }: Wanted = {},
): Promise<readonly RowKeys[]> {
  if ((range.type as number) === never) return [];
  const keys = await pageKeys(transaction, index, range, limit, isBack);
  const isWithin = (row: RowKeys) => {
    const key: unknown = index.extractKey?.(row);
    return key !== undefined && holds(range, key);
  };
  const rows: RowKeys[] = [];
  const read = async (some: readonly string[]): Promise<readonly (readonly RowKeys[])[]> =>
    isKeysOnly
      ? readPageKeys(transaction, some)
      : (await readPages(transaction, some)).map((page) => page.rows);
  const isByTime = (range.type as number) === equal && !isBack && limit < Infinity;
  for (let from = 0; from < keys.length; from += isByTime ? atOnce : keys.length) {
    const next = isByTime ? keys.slice(from, from + atOnce) : keys;
    for (const found of await read(next)) rows.push(...found.filter(isWithin));
    // A page's key begins with its lowest id: where enough come before the next page, the others are not read.
    const following = keys[from + atOnce];
    if (isByTime && following !== undefined && rows.filter(({ id }) => id < following).length >= limit) break;
  }
  return rows;
}

/** How many rows in pages the ids of a range name, without reading one. */
export function countPaged(transaction: IDBTransaction, range: DBCoreKeyRange): PromiseLike<number> {
  if ((range.type as number) === never) return Promise.resolve(0);
  return asked(transaction.objectStore('recordPages').index('ids').count(idbRange(range)));
}

/** Whether pages have anything within a range of an index. */
export async function isPaged(
  transaction: IDBTransaction,
  index: DBCoreIndex,
  range: DBCoreKeyRange,
): Promise<boolean> {
  if ((range.type as number) === never) return false;
  const query = idbRange(range) ?? IDBKeyRange.lowerBound(-Infinity);
  return (await asked(storedIndex(transaction, index).getKey(query))) !== undefined;
}

async function pageKeys(
  transaction: IDBTransaction,
  index: DBCoreIndex,
  range: DBCoreKeyRange,
  limit: number,
  isBack: boolean,
): Promise<readonly string[]> {
  const stored = storedIndex(transaction, index);
  const query = idbRange(range) ?? null;
  // Only of ids each entry is one row.
  const count = index.isPrimaryKey && limit < Infinity ? limit : undefined;
  // From the end they can be asked for since Chromium has getAllRecords, and are else all asked for.
  const options = { query, ...(count !== undefined && { count }), direction: 'prev' as const };
  const request = !isBack
    ? stored.getAllKeys(query, count)
    : stored.getAllKeys('getAllRecords' in stored ? (options as unknown as IDBKeyRange) : query);
  const keys = await asked(request);
  return [...new Set(keys as readonly string[])].sort();
}

function storedIndex(transaction: IDBTransaction, { name }: DBCoreIndex): IDBIndex {
  const within = pageIndexes.find((one) => one.name === name)?.within ?? 'ids';
  return transaction.objectStore('recordPages').index(within);
}

function idbRange({ type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange): IDBKeyRange | undefined {
  if ((type as number) === any) return undefined;
  if (lower === undefined) return upper === undefined ? undefined : IDBKeyRange.upperBound(upper, upperOpen);
  if (upper === undefined) return IDBKeyRange.lowerBound(lower, lowerOpen);
  return IDBKeyRange.bound(lower, upper, lowerOpen, upperOpen);
}

function holds({ type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange, key: unknown): boolean {
  if ((type as number) === any) return true;
  const isAbove = lower === undefined || cmp(key, lower) > (lowerOpen ? 0 : -1);
  return isAbove && (upper === undefined || cmp(key, upper) < (upperOpen ? 0 : 1));
}
