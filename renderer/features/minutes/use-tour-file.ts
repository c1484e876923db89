import { useLiveQuery } from 'dexie-react-hooks';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import type { Issue } from '../../../shared/records/issue';
import { digestOf } from '../../data/digest-of';
import { readRechecks } from '../../data/read-rechecks';
import { useStore } from '../../data/store-context';

export interface ToldTour {
  readonly file: TourFile;
  /** Issues of earlier tours that were looked at again on this one. */
  readonly rechecks: readonly Issue[];
  /** Signatures that were tampered with. */
  readonly altered: readonly string[];
}

/** Everything that the minutes of a tour tell, read again by itself when a record of it changes; null when this laptop does not have it, or no longer. */
export function useToldTour(tour: string): ToldTour | null | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const row = await store.database.records.get(tour);
    if (!row || row.deleted === 1) return null;
    const file = await store.readTourFile(tour);
    const rechecks = await readRechecks(store, file.stops);
    return { file, rechecks, altered: await listAltered(file) };
  }, [store, tour]);
}

async function listAltered({ signatures }: TourFile): Promise<readonly string[]> {
  const sealed = signatures.filter(({ digest }) => digest !== '');
  const digests = await Promise.all(sealed.map(digestOf));
  return sealed.filter(({ digest }, place) => digest !== digests[place]).map(({ id }) => id);
}
