import { useEffect, useState } from 'react';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { useStore } from '../../data/store-context';
import { useStopCounts } from '../../data/use-stop-counts';

/** Everything about a tour, read once and again when records come or go. */
export function useTourFile(tour: string): TourFile | null {
  const store = useStore();
  const counts = useStopCounts(tour);
  const [file, setFile] = useState<TourFile | null>(null);
  useEffect(() => {
    let current = true;
    void store.readTourFile(tour).then((read) => current && setFile(read));
    return () => {
      current = false;
    };
  }, [store, tour, counts]);
  return file;
}
