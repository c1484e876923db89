import { useLiveQuery } from 'dexie-react-hooks';
import { officeKinds } from '../../shared/records/record-schemas';
import { useStore } from './store-context';

/** In how many records of a tour, or of the register that it rests on, somebody has to decide between values. */
export function useConflictsOfTour(tour: string): number {
  const { database } = useStore();
  const count = useLiveQuery(
    () =>
      database.records
        .where('conflicted')
        .equals(1)
        .and(({ id, kind, tour: own }) => own === tour || id === tour || officeKinds.includes(kind))
        .count(),
    [database, tour],
  );
  return count ?? 0;
}
