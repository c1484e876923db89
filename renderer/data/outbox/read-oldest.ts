import type { Database, OutboxRow } from '../database';

/** Read at first: a few long texts must not fill the memory. */
const firstRows = 20;

/** Read at once where rows are short: each time is a way to the browser and back. */
const mostAtOnce = 1000;

/**
 * The rows that were read last and before: each batch is looked at when it is asked for, when it is got ready ahead, and when it was
 * settled. A row is never changed and its place never given again, so that one whose key is still there is still the same. By the connection: a database that was made again begins to count anew.
 */
const readBefore = new WeakMap<IDBDatabase, readonly ReadonlyMap<number, OutboxRow>[]>();

interface Oldest {
  readonly rows: readonly OutboxRow[];
  /** More may be waiting. */
  readonly isFull: boolean;
}

/** The oldest rows of the outbox behind a place, of up to so many changes, and none begun beyond so many bytes; kept for the next time. */
export async function readOldest(
  database: Database,
  mostChanges: number,
  mostBytes: number,
  behind = 0,
): Promise<Oldest> {
  const oldest = await readRows(database, mostChanges, mostBytes, behind);
  keep(database, oldest.rows);
  return oldest;
}

/** The same, without keeping them. */
export async function readRows(
  database: Database,
  mostChanges: number,
  mostBytes: number,
  behind = 0,
): Promise<Oldest> {
  const rows: OutboxRow[] = [];
  let changes = 0;
  let bytes = 0;
  for (;;) {
    const after = rows.at(-1)?.order ?? behind;
    const ofBytes = (mostBytes - bytes) / (bytes / rows.length);
    const ofChanges = (mostChanges - changes) / (changes / rows.length);
    const fitting = rows.length === 0 ? Math.min(firstRows, mostChanges) : Math.min(ofBytes, ofChanges);
    const limit = Math.min(Math.max(1, Math.ceil(fitting)), mostAtOnce);
    const page = await readPage(database, after, limit);
    for (const row of page) {
      if (rows.length > 0 && changes + row.ids.length > mostChanges) return { rows, isFull: true };
      rows.push(row);
      changes += row.ids.length;
      bytes += row.sealed.byteLength;
      if (changes >= mostChanges || bytes >= mostBytes) return { rows, isFull: true };
    }
    if (page.length < limit) return { rows, isFull: false };
  }
}

async function readPage(database: Database, behind: number, limit: number): Promise<readonly OutboxRow[]> {
  const page = database.outbox.where('order').above(behind).limit(limit);
  const kept = readBefore.get(database.backendDB());
  if (kept === undefined) return page.toArray();
  const keys = await page.primaryKeys();
  const rows = keys.flatMap((key) => kept.find((rowsOf) => rowsOf.has(key))?.get(key) ?? []);
  return rows.length === keys.length ? rows : page.toArray();
}

function keep(database: Database, rows: readonly OutboxRow[]): void {
  const connection = database.backendDB();
  const [last] = readBefore.get(connection) ?? [];
  if (rows.length === 0) readBefore.delete(connection);
  else readBefore.set(connection, [new Map(rows.map((row) => [row.order, row])), ...(last ? [last] : [])]);
}
