import type { Table } from 'dexie';

/** Below this many a request for each costs nothing that anybody notices. */
const fewIds = 20;

/**
 * The rows with these ids, those that there are. Most of what a laptop is sent it has never had: asking for each of thousands by
 * its id are as many ways to the browser and back, and which of them are there one look at their stretch of the ids tells.
 */
export async function findRows<T>(
  table: Table<T, string>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const wanted = ids.length > fewIds ? await knownOf(table, ids) : ids;
  if (wanted.length === 0) return new Map();
  const rows = await table.bulkGet([...wanted]);
  return new Map(wanted.flatMap((id, place) => (rows[place] ? [[id, rows[place]] as const] : [])));
}

/** Ids of the same time lie side by side; where others lie between them in numbers, it is not looked further. */
async function knownOf<T>(table: Table<T, string>, ids: readonly string[]): Promise<readonly string[]> {
  const sorted = [...ids].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  const most = ids.length * 2;
  const keys = await table.where(':id').between(first, last, true, true).limit(most).primaryKeys();
  if (keys.length === most) return ids;
  const known = new Set(keys);
  return ids.filter((id) => known.has(id));
}
