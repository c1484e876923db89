import { useLiveQuery } from 'dexie-react-hooks';
import type { Site } from '../../shared/records/site';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

/** The whole register of sites, for the dialog that picks one; read while it is open and at no other time. */
export function useRegisterSites(): readonly Site[] | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const rows = await store.database.records.where('kind').equals('site').toArray();
    return valuesOfKind(store, rows, 'site');
  }, [store]);
}
