import { useEffect, useState } from 'react';
import { useStore } from '../store-context';
import { type EveningFacts, readEvening } from './read-evening';

/** What bears on the evening's merge of a tour; `round` and `seen` ask for it again. What was read stays until the next is there. */
export function useEvening(tour: string, round: number, seen: unknown): EveningFacts | undefined {
  const store = useStore();
  const [read, setRead] = useState<{ readonly tour: string; readonly facts: EveningFacts }>();
  useEffect(() => {
    const end = new AbortController();
    void readEvening(store, tour, end.signal).then((facts) => {
      if (facts && !end.signal.aborted) setRead({ tour, facts });
    });
    return () => end.abort();
  }, [store, tour, round, seen]);
  return read?.tour === tour ? read.facts : undefined;
}
