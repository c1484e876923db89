import type { Database, OutboxRow } from './database';

/** Read at first: a few long texts must not fill the memory. */
const firstRows = 100;

/** Read at once where rows are short: each time is a way to the browser and back. */
const mostAtOnce = 1000;

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
    const page = await database.outbox.where('order').above(after).limit(limit).toArray();
    for (const row of page) {
      rows.push(row);
      bytes += row.sealed.byteLength;
      if (rows.length === mostRows || bytes >= mostBytes) return { rows, isFull: true };
    }
    if (page.length < limit) return { rows, isFull: false };
  }
}
