import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from './store-context';

/** How many stops of whatever tour are at this site, from the index alone; undefined until it is read. */
export function useStopsOfSite(site: string): number | undefined {
  const store = useStore();
  return useLiveQuery(
    () =>
      store.database.records
        .where('site')
        .equals(site)
        .and((row) => row.deleted === 0)
        .count(),
    [store, site],
  );
}
