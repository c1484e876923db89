import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

/** How many files a tour has on this laptop, and their bytes; undefined until they are counted. Reads the tour alone. */
export function useTourFiles(tour: string): { readonly count: number; readonly bytes: number } | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const { records, files } = store.database;
    const rows = await records.where('[tour+kind]').equals([tour, 'attachment']).toArray();
    const named = new Map(valuesOfKind(store, rows, 'attachment').map((one) => [one.sha256, one.size]));
    const there = await files
      .where('sha256')
      .anyOf([...named.keys()])
      .toArray();
    const here = there.filter(({ state }) => state !== 'toFetch');
    return { count: here.length, bytes: here.reduce((sum, { sha256 }) => sum + (named.get(sha256) ?? 0), 0) };
  }, [store, tour]);
}
