import { type DBCoreIndex, cmp } from 'dexie';
import type { RowKeys } from '../database';

/** A row where an index has it. */
export interface Entry {
  readonly key: unknown;
  readonly row: RowKeys;
}

type Direction = 'next' | 'nextunique' | 'prev' | 'prevunique';

/** Rows as IndexedDB gives them by an index: by its key, and those with the same key by their id. */
export function orderedRows(
  rows: readonly RowKeys[],
  index: DBCoreIndex,
  direction: Direction,
): readonly Entry[] {
  // Few keys and many rows: only the keys are compared as IndexedDB compares, which takes its time.
  const ofKey = new Map<string, { readonly key: unknown; readonly rows: RowKeys[] }>();
  for (const row of rows) {
    const key: unknown = index.extractKey?.(row);
    const name = typeof key === 'string' ? key : JSON.stringify(key);
    const same = ofKey.get(name);
    if (same) same.rows.push(row);
    else ofKey.set(name, { key, rows: [row] });
  }
  const isBack = direction.startsWith('prev');
  const groups = [...ofKey.values()].sort((one, other) => cmp(one.key, other.key) * (isBack ? -1 : 1));
  return groups.flatMap(({ key, rows }) => {
    rows.sort((one, other) => (one.id < other.id ? -1 : 1));
    if (direction.endsWith('unique')) rows.length = 1;
    if (isBack) rows.reverse();
    return rows.map((row) => ({ key, row }));
  });
}
