import type { Database, OutboxRow } from './database';

/** Read at first: a few long texts must not fill the memory. */
const firstRows = 100;

/** Read at once where rows are short: each time is a way to the browser and back. */
const mostAtOnce = 1000;

/**
 * The rows that were read last and before: each batch is looked at when it is asked for, when it is got ready ahead, and when it was
 * settled. A row is never changed and its place never given again, so that one whose key is still there is still the same. By the connection: a database that was made again begins to count anew.
 */
const readBefore = new WeakMap<IDBDatabase, readonly ReadonlyMap<number, OutboxRow>[]>();

/** The oldest rows of the outbox behind a place, up to so many rows, and none begun beyond so many bytes; `isFull` when more may be waiting. */
export async function readOldest(
  database: Database,
  mostRows: number,
  mostBytes: number,
  behind = 0,
): Promise<{ readonly rows: readonly OutboxRow[]; readonly isFull: boolean }> {
  const rows: OutboxRow[] = [];
  let bytes = 0;
  for (;;) {
    const after = rows.at(-1)?.order ?? behind;
    const fitting = rows.length === 0 ? firstRows : Math.ceil((mostBytes - bytes) / (bytes / rows.length));
    const limit = Math.min(Math.max(1, fitting), mostAtOnce, mostRows - rows.length);
    const page = await readPage(database, after, limit);
    for (const row of page) {
      rows.push(row);
      bytes += row.sealed.byteLength;
      if (rows.length === mostRows || bytes >= mostBytes) return { rows: keep(database, rows), isFull: true };
    }
    if (page.length < limit) return { rows: keep(database, rows), isFull: false };
  }
}

/** The first rows of the outbox behind a place. */
export async function readPage(
  database: Database,
  behind: number,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const page = database.outbox.where('order').above(behind).limit(limit);
  const kept = readBefore.get(database.backendDB());
  if (kept === undefined) return page.toArray();
  const keys = await page.primaryKeys();
  const rows = keys.flatMap((key) => kept.find((rowsOf) => rowsOf.has(key))?.get(key) ?? []);
  return rows.length === keys.length ? rows : page.toArray();
}

function keep(database: Database, rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const connection = database.backendDB();
  const [last] = readBefore.get(connection) ?? [];
  if (rows.length === 0) readBefore.delete(connection);
  else readBefore.set(connection, [new Map(rows.map((row) => [row.order, row])), ...(last ? [last] : [])]);
  return rows;
}
