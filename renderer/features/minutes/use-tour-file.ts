import { useLiveQuery } from 'dexie-react-hooks';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import type { Issue } from '../../../shared/records/issue';
import { readRechecks } from '../../data/read-rechecks';
import { useStore } from '../../data/store-context';

export interface ToldTour {
  readonly file: TourFile;
  /** Issues of earlier tours that were looked at again on this one. */
  readonly rechecks: readonly Issue[];
}

/** Everything that the minutes of a tour tell, read again by itself when a record of it changes. */
export function useToldTour(tour: string): ToldTour | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const file = await store.readTourFile(tour);
    return { file, rechecks: await readRechecks(store, file.stops) };
  }, [store, tour]);
}
