import type { RecordPage, RecordRow } from '../database';

/** The columns of a record that an index of `records` goes by, and where a page keeps those keys of its rows. */
interface PageIndex {
  readonly name: string;
  readonly within: Exclude<keyof RecordPage, 'id' | 'ids' | 'rows'>;
  readonly columns: readonly (keyof RecordRow)[];
}

/** One for each index of `records`. */
export const pageIndexes: readonly PageIndex[] = [
  { name: '[stop+kind]', within: 'stops', columns: ['stop', 'kind'] },
  { name: 'kind', within: 'kinds', columns: ['kind'] },
  { name: '[tour+kind+deleted+stop]', within: 'places', columns: ['tour', 'kind', 'deleted', 'stop'] },
  { name: 'conflicted', within: 'conflicts', columns: ['conflicted'] },
  { name: 'site', within: 'sites', columns: ['site'] },
];

/**
 * A page of these rows, by a key that no page ever had: a page is never written anew under its key, so that who has read it once
 * need not read it again.
 */
export function pageOf(rows: readonly RecordRow[]): RecordPage {
  const sorted = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const unique = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const keys = Object.fromEntries(pageIndexes.map((index) => [index.within, keysOf(index, sorted)]));
  return {
    id: `${sorted[0]?.id} ${unique}`,
    ids: sorted.map(({ id }) => id),
    ...(keys as Pick<RecordPage, PageIndex['within']>),
    rows: sorted,
  };
}

/** Each key once. A row that lacks a column does not stand in its index. */
function keysOf({ columns }: PageIndex, rows: readonly RecordRow[]): readonly IDBValidKey[] {
  const keys = new Map<string, IDBValidKey>();
  for (const row of rows) {
    const parts = columns.map((column) => row[column] as IDBValidKey | undefined);
    const [first] = parts;
    if (parts.includes(undefined) || first === undefined) continue;
    keys.set(JSON.stringify(parts), parts.length === 1 ? first : (parts as IDBValidKey[]));
  }
  return [...keys.values()];
}
