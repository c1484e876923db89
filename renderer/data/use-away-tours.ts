import { useLiveQuery } from 'dexie-react-hooks';
import type { AwayTour } from './keep-progress';
import { openJson } from './sealed-json';
import { useStore } from './store-context';

/** The tours that were put away, the last one first. */
export function useAwayTours(): readonly (AwayTour & { readonly id: string })[] {
  const { database, seal } = useStore();
  const tours = useLiveQuery(async () => {
    const { away = [], lost = [] } = (await database.progress.get('progress')) ?? {};
    // Those that are lost as well are still on their way out.
    const gone = away.filter(({ scope }) => !lost.includes(scope));
    return gone.map(({ scope, sealed }) => ({ id: scope, ...openJson<AwayTour>(seal, sealed) })).toReversed();
  }, [database, seal]);
  return tours ?? [];
}
