import type { Database } from '../database';

/**
 * After a tour went: what was shown of others at sites to which nobody goes with this laptop any more goes with it, before a server is
 * asked again. In the transaction of the caller.
 */
export async function forgetOpenItems(database: Database): Promise<void> {
  const sites = (await database.openItems.orderBy('site').uniqueKeys()).map(String);
  const left = await Promise.all(
    sites.map((site) =>
      database.records
        .where('site')
        .equals(site)
        .filter(({ deleted }) => deleted === 0)
        .count(),
    ),
  );
  const gone = sites.filter((_, index) => left[index] === 0);
  if (gone.length === 0) return;
  await database.openItems.where('site').anyOf(gone).delete();
  await database.progress.update('progress', { openItems: '' });
}
