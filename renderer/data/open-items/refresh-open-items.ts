import type { Seal } from '../../../shared/sealing/seal';
import { callBridge } from '../call-bridge';
import type { Database } from '../database';
import type { Queue } from '../one-at-a-time';
import { sealJson } from '../sealed-json';

/**
 * Asks the central server what is open at the sites of this laptop's tours, and keeps that in place of what it had: all of it or nothing.
 * What cannot be had stays as it is until the next round: an older server does not know of it, and a line that is down was told.
 */
export async function refreshOpenItems(database: Database, seal: Seal, queue: Queue): Promise<void> {
  const progress = await database.progress.get('progress');
  if (!progress) return;
  const away = (progress.away ?? []).map(({ scope }) => scope);
  const answered = await callBridge('sync.openItems', { version: progress.openItems ?? '', away });
  if (!answered.ok) return;
  const { version, items, isCut } = answered.value;
  if (items === null && isCut === (progress.isOpenItemsCut ?? false)) return;
  await queue(() =>
    database.transaction('rw', database.openItems, database.progress, async () => {
      await database.progress.update('progress', { openItems: version, isOpenItemsCut: isCut });
      if (items === null) return;
      await database.openItems.clear();
      await database.openItems.bulkPut(
        items.map((item) => ({ id: item.id, site: item.site, sealed: sealJson(seal, item) })),
      );
    }),
  );
}
