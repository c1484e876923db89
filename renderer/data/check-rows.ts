import { Dexie, RangeSet, type Table, cmp } from 'dexie';
import type { Seal } from '../../shared/sealing/seal';
import type { Database } from './database';
import {
  type CheckedPages,
  arePagesWhole,
  checkPages,
  countPagedIn,
  countStored,
} from './record-pages/check-pages';
import { openJson } from './sealed-json';
import { type TalliedRow, hashOfRow } from './tally';

/** Reading and hashing this many rows is done between two frames. */
const sliceSize = 200;

/** The same of rows that hold many changes each. */
const pagesAtOnce = 4;

/** A write may be known here a moment later than the fingerprint that it moved. */
const attempts = 5;

/** Indexes in which a row stands never, once, or several times. */
const partIndexes: Readonly<Record<string, readonly string[]>> = {
  records: ['conflicted', 'site'],
  outbox: ['ids', 'records'],
};

/** What a read is told whose database is closed, or is being closed. */
const closedNames = ['DatabaseClosedError', 'InvalidStateError', 'AbortError'];

interface Gathered {
  readonly table: Table<TalliedRow, string | number>;
  /** Primary key to the hash of its row, as it was when it was read. */
  readonly hashes: Map<string | number, number>;
  /** Of each index in which not every row stands once, how often each does. */
  readonly parts: ReadonlyMap<string, Map<string | number, number>>;
  /** What was written meanwhile, and is read again at the end. */
  written: RangeSet;
}

/**
 * Reads every row of the database, in slices with `pause` between them, and compares them with the fingerprint. Saving goes on
 * meanwhile. Damaged is where rows are missing, are other ones, or cannot be read; a database that was closed on the way says
 * nothing of its rows.
 */
export async function checkRows(
  database: Database,
  seal: Seal,
  pause: () => Promise<void>,
): Promise<'whole' | 'damaged' | 'unknown'> {
  const tallied = [database.records, database.outbox].map((table): Gathered => ({
    table: table as unknown as Gathered['table'],
    hashes: new Map(),
    parts: new Map(partIndexes[table.name]?.map((name) => [name, new Map()])),
    written: new RangeSet(),
  }));
  const note = (parts: Readonly<Record<string, unknown>>) => {
    for (const one of tallied) {
      const keys = parts[`idb://${database.name}/${one.table.name}/`];
      if (keys) one.written.add(keys as RangeSet);
    }
  };
  Dexie.on('storagemutated', note);
  try {
    for (const one of tallied) await inSlices(one.table, pause, (row, key) => gather(one, row, key));
    for (const table of [database.history, database.refused, database.unread, database.openItems] as Table<
      Sealed,
      string
    >[])
      await inSlices(table, pause, ({ sealed }) => void openJson(seal, sealed));
    await inSlices(database.historyPages, pause, ({ sealed }) => void openJson(seal, sealed), pagesAtOnce);
    const pages = await checkPages(database, pause);
    for (const table of database.tables)
      if (!(await areIndexesWhole(database, table, pause))) return 'damaged';
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await agree(database, tallied, pages)) return 'whole';
      await pause();
    }
    return 'damaged';
  } catch (error) {
    return error instanceof Error && closedNames.includes(error.name) ? 'unknown' : 'damaged';
  } finally {
    Dexie.on.storagemutated.unsubscribe(note);
  }
}

interface Sealed {
  readonly sealed: Uint8Array;
}

async function inSlices<T, K extends string | number>(
  table: Table<T, K>,
  pause: () => Promise<void>,
  take: (row: T, key: K) => void,
  atOnce = sliceSize,
): Promise<void> {
  for (let after: K | null = null; ;) {
    await pause();
    const from: ReturnType<typeof table.toCollection> =
      after === null ? table.toCollection() : table.where(':id').above(after);
    const rows: readonly T[] = await from.limit(atOnce).toArray();
    for (const row of rows) take(row, keyOf(table, row));
    const last = rows.at(-1);
    if (!last) return;
    after = keyOf(table, last);
  }
}

/**
 * Every row stands once in every index; counting walks through all of one without carrying its rows over here. An index at a
 * time, since a save waits for it.
 */
async function areIndexesWhole(
  database: Database,
  table: Table,
  pause: () => Promise<void>,
): Promise<boolean> {
  for (const { name, multi } of table.schema.indexes) {
    // A row stands there as often as it has entries. What a history lacks for it is found in the journal.
    if (multi || partIndexes[table.name]?.includes(name)) continue;
    await pause();
    const [rows, entries] = await database.transaction('r', table, () =>
      Dexie.Promise.all([countStored(table.name), countStored(table.name, name)]),
    );
    if (rows !== entries) return false;
  }
  return true;
}

/** Rows and fingerprint of one moment. */
async function agree(
  database: Database,
  tallied: readonly Gathered[],
  pages: CheckedPages,
): Promise<boolean> {
  const tables = [database.progress, database.recordPages, ...tallied.map(({ table }) => table)] as Table[];
  return database.transaction('r', tables, async () => {
    // Read first: an answer comes when the writes before this transaction are done, and told of by then.
    const progress = await database.progress.get('progress');
    for (const one of tallied) await readAgain(one);
    const records = tallied.find(({ table }) => table.name === 'records');
    if (!(await arePagesWhole(database, pages, records?.hashes.size ?? 0))) return false;
    for (const { table, parts } of tallied)
      for (const [name, entries] of parts) {
        const paged = table.name === 'records' ? countPagedIn(pages, name) : 0;
        if ((await countStored(table.name, name)) + paged !== sumOf(entries)) return false;
      }
    const sum = tallied.flatMap(({ hashes }) => [...hashes.values()]).reduce((all, each) => all ^ each, 0);
    const waiting = tallied.flatMap(({ parts }) => parts.get('ids') ?? []);
    return progress?.tally === sum && progress.unsent === waiting.reduce((all, ids) => all + sumOf(ids), 0);
  });
}

async function readAgain(one: Gathered): Promise<void> {
  const { table, hashes, parts, written } = one;
  one.written = new RangeSet();
  const single: (string | number)[] = [];
  const take = (rows: readonly TalliedRow[]) => {
    for (const row of rows) gather(one, row, keyOf(table, row));
  };
  for (const { from, to } of written) {
    const isWithin = (key: string | number) => cmp(key, from) >= 0 && cmp(key, to) <= 0;
    for (const key of from === to ? [from as string | number] : [...hashes.keys()].filter(isWithin)) {
      hashes.delete(key);
      for (const entries of parts.values()) entries.delete(key);
    }
    if (from === to) single.push(from as string | number);
    else take(await table.where(':id').between(from, to, true, true).toArray());
  }
  // What came with a pull is thousands of keys with gaps between them: one question for many of them.
  for (let at = 0; at < single.length; at += sliceSize)
    take((await table.bulkGet(single.slice(at, at + sliceSize))).flatMap((row) => row ?? []));
}

function gather({ hashes, parts }: Gathered, row: TalliedRow, key: string | number): void {
  hashes.set(key, hashOfRow(row));
  for (const [name, entries] of parts) {
    const value: unknown = name in row ? row[name as keyof TalliedRow] : [];
    entries.set(key, Array.isArray(value) ? new Set(value).size : 1);
  }
}

function sumOf(entries: ReadonlyMap<unknown, number>): number {
  return [...entries.values()].reduce((sum, count) => sum + count, 0);
}

function keyOf<T, K extends string | number>(table: Table<T, K>, row: T): K {
  return row[table.schema.primKey.keyPath as keyof T] as K;
}
