import { useLiveQuery } from 'dexie-react-hooks';
import type { Score } from '../../shared/records/score';
import type { ScoreSheet } from '../../shared/records/score-sheet';
import { useStore } from './store-context';
import { rowsByKeys } from './rows-by-keys';
import { valuesOfKind } from './values-of-kind';

export interface TourScores {
  readonly sheets: readonly ScoreSheet[];
  readonly scores: readonly Score[];
}

/** The score sheets of a tour and what the judges gave, redrawn by itself. */
export function useScores(tour: string): TourScores | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const rows = await rowsByKeys(store.database.records, '[tour+kind]', [
      [tour, 'scoreSheet'],
      [tour, 'score'],
    ]);
    return { sheets: valuesOfKind(store, rows, 'scoreSheet'), scores: valuesOfKind(store, rows, 'score') };
  }, [store, tour]);
}
