import { useLiveQuery } from 'dexie-react-hooks';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { useStore } from '../../data/store-context';

/** Everything about a tour, read again by itself when a record of it changes. */
export function useTourFile(tour: string): TourFile | undefined {
  const store = useStore();
  return useLiveQuery(() => store.readTourFile(tour), [store, tour]);
}
