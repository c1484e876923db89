import { useLiveQuery } from 'dexie-react-hooks';
import type { Stop } from '../../shared/records/stop';
import { type SiteHistory, siteHistory } from './site-history';
import { useStore } from './store-context';

/** What is known of a site from its other stops, redrawn by itself. */
export function useSiteHistory({ id, site }: Pick<Stop, 'id' | 'site'>): SiteHistory | undefined {
  const store = useStore();
  return useLiveQuery(() => siteHistory(store, { id, site }), [store, id, site]);
}
