import type { OpenItem } from '../../../shared/protocol/open-items';
import type { Store } from '../store';
import { openJson } from '../sealed-json';

/** What others left open at a site, newest first: without what is here as a record, which is the newer of the two and can be edited. */
export async function openItemsAt(
  { database, seal }: Pick<Store, 'database' | 'seal'>,
  site: string,
): Promise<readonly OpenItem[]> {
  const rows = await database.openItems.where('site').equals(site).toArray();
  const here = await database.records.bulkGet(rows.map(({ id }) => id));
  return rows
    .filter((_, index) => here[index] === undefined)
    .map(({ sealed }) => openJson<OpenItem>(seal, sealed))
    .toReversed();
}
