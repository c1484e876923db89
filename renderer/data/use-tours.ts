import { useLiveQuery } from 'dexie-react-hooks';
import type { Tour } from '../../shared/records/tour';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

/** All tours on this laptop, newest first. */
export function useTours(): readonly Tour[] | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const rows = await store.database.records.where('kind').equals('tour').toArray();
    return valuesOfKind(store, rows, 'tour').toReversed();
  }, [store]);
}
