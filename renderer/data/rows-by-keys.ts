import { type PromiseExtended, type Table, cmp } from 'dexie';
import type { RecordRow } from './database';

/**
 * The rows that an index of the records has under any of these keys, in its order. Each key is asked for by itself: Dexie's `anyOf` walks
 * over what lies between them, and in pages that is read for it.
 */
export function rowsByKeys(
  records: Table<RecordRow, string>,
  index: string,
  keys: readonly (string | readonly (string | number)[])[],
): PromiseExtended<RecordRow[]> {
  const sorted = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()].sort(cmp);
  return records.db.transaction('r', records, async () => {
    const found = await Promise.all(
      sorted.map((key) =>
        records
          .where(index)
          .equals(key as string)
          .toArray(),
      ),
    );
    return found.flat();
  });
}
