import type { Register } from '../../shared/tables/table-reading';
import type { RecordKind, RecordOf } from '../../shared/records/record-schemas';
import type { RecordRow } from './database';
import { nextTask } from './next-task';
import { projectRow } from './read-tour-file';
import type { Store } from './store';

interface Cached {
  readonly sealed: Uint8Array;
  readonly value: unknown;
}

/** Opened rows by store: a register of thousands is opened once, and after an edit only what changed. */
const caches = new WeakMap<Store, Map<string, Cached>>();

/** Opening this many rows takes a few milliseconds; the window draws in between. */
const pieceSize = 200;

/** All records of one kind of the register that are not deleted, in the order in which they were made. */
export async function readOfKind<K extends 'person' | 'unit' | 'site'>(
  store: Store,
  kind: K,
): Promise<readonly RecordOf<K>[]> {
  return openRows(store, await rowsOfKind(store, kind), kind);
}

/** Fetched in pieces as well: ten thousand rows in one answer would hold up the window for a third of a second. */
export async function rowsOfKind(store: Store, kind: RecordKind): Promise<RecordRow[]> {
  const { records } = store.database;
  const ids = await records.where('kind').equals(kind).primaryKeys();
  const rows: RecordRow[] = [];
  for (let from = 0; from < ids.length; from += pieceSize)
    for (const row of await records.bulkGet(ids.slice(from, from + pieceSize))) if (row) rows.push(row);
  return rows;
}

/** Opens rows in pieces, so that thousands of them do not hold up the window. */
async function openRows<K extends 'person' | 'unit' | 'site'>(
  store: Store,
  rows: readonly RecordRow[],
  kind: K,
): Promise<readonly RecordOf<K>[]> {
  const values: RecordOf<K>[] = [];
  for (let from = 0; from < rows.length; from += pieceSize) {
    if (from > 0) await nextTask();
    for (const row of rows.slice(from, from + pieceSize)) {
      const value = row.deleted ? null : (opened(store, row, kind) as RecordOf<K> | null);
      if (value !== null) values.push(value);
    }
  }
  return values.sort((one, other) => (one.id < other.id ? -1 : 1));
}

export async function readRegister(store: Store): Promise<Register> {
  return {
    people: await readOfKind(store, 'person'),
    units: await readOfKind(store, 'unit'),
    sites: await readOfKind(store, 'site'),
  };
}

function opened(store: Store, row: RecordRow, kind: RecordKind): unknown {
  const cache = caches.get(store) ?? new Map<string, Cached>();
  caches.set(store, cache);
  const cached = cache.get(row.id);
  if (cached && sameBytes(cached.sealed, row.sealed)) return cached.value;
  const value = row.kind === kind ? projectRow(store.seal, row) : null;
  cache.set(row.id, { sealed: row.sealed, value });
  return value;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
