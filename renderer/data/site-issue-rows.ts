import type { Stop } from '../../shared/records/stop';
import type { Database, RecordRow } from './database';

/** The issues of all other stops at the same site, in whatever tour, by the index of sites. */
export async function siteIssueRows(
  { records }: Database,
  { id, site }: Pick<Stop, 'id' | 'site'>,
): Promise<readonly RecordRow[]> {
  if (site === '') return [];
  const stops = await records.where('site').equals(site).toArray();
  const others = stops.filter((row) => row.deleted === 0 && row.id !== id);
  return records
    .where('[stop+kind]')
    .anyOf(others.map((row) => [row.id, 'issue']))
    .toArray();
}
