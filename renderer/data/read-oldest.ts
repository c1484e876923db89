import type { Database, OutboxRow } from './database';

/** Read at once: not so many that a few long texts fill the memory, not so few that each costs a way to the browser and back. */
const pageSize = 100;

/** The oldest rows of the outbox, up to so many rows, and none begun beyond so many bytes; `isFull` when more may be waiting. */
export async function readOldest(
  database: Database,
  mostRows: number,
  mostBytes: number,
): Promise<{ readonly rows: readonly OutboxRow[]; readonly isFull: boolean }> {
  const rows: OutboxRow[] = [];
  let bytes = 0;
  for (;;) {
    const after = rows.at(-1)?.order ?? 0;
    const page = await database.outbox.where('order').above(after).limit(pageSize).toArray();
    for (const row of page) {
      rows.push(row);
      bytes += row.sealed.byteLength;
      if (rows.length === mostRows || bytes >= mostBytes) return { rows, isFull: true };
    }
    if (page.length < pageSize) return { rows, isFull: false };
  }
}
