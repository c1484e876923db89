import type { Database, OutboxRow } from './database';
import { readPage } from './read-oldest';
import { moveTally } from './tally';

/**
 * Takes changes out of the outbox, those of them that are in it; in the transaction of the caller. What was sent is what lies at
 * its beginning: that goes as one stretch, since asking for each row by its id is as many ways to the browser and back.
 */
export async function takeFromOutbox(database: Database, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const oldest = await readPage(database, 0, wanted.size);
  const gone: OutboxRow[] = oldest.filter((row) => wanted.delete(row.id));
  const last = oldest.at(-1);
  if (!last) return;
  if (gone.length === oldest.length) await database.outbox.where('order').belowOrEqual(last.order).delete();
  else {
    gone.push(
      ...(await database.outbox
        .where('id')
        .anyOf([...wanted])
        .toArray()),
    );
    await database.outbox.bulkDelete(gone.map((row) => row.order));
  }
  await moveTally(database, gone, []);
}
