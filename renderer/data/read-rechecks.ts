import type { Issue } from '../../shared/records/issue';
import type { Stop } from '../../shared/records/stop';
import type { Store } from './store';
import { valuesOfKind } from './values-of-kind';
import { rowsByKeys } from './rows-by-keys';

/**
 * Issues that earlier visits left at the sites of these stops and that were looked at again at one of them: by the indexes of
 * sites and stops, so that nothing here grows with all that was ever recorded.
 */
export async function readRechecks(
  store: Pick<Store, 'database' | 'seal'>,
  stops: readonly Pick<Stop, 'id' | 'site'>[],
): Promise<readonly Issue[]> {
  const here = new Set(stops.map(({ id }) => id));
  const sites = [...new Set(stops.map(({ site }) => site))].filter((site) => site !== '');
  const { records } = store.database;
  const visits = await rowsByKeys(records, 'site', sites);
  const others = valuesOfKind(store, visits, 'stop').filter(({ id }) => !here.has(id));
  const rows = await rowsByKeys(
    records,
    '[stop+kind]',
    others.map(({ id }) => [id, 'issue']),
  );
  return valuesOfKind(store, rows, 'issue').filter(
    ({ recheck, recheckedStop }) => recheck !== 'none' && here.has(recheckedStop),
  );
}
