import { useEffect, useState } from 'react';
import { useStore } from '../store-context';
import { type EveningFacts, readEvening } from './read-evening';

interface Read {
  readonly tour: string;
  readonly round: number;
  readonly seen: unknown;
  readonly facts: EveningFacts;
}

/**
 * What bears on the evening's merge of a tour, read again in each `round` and when `seen` is another; `isOld` while it is. What was
 * read stays until the next is there.
 */
export function useEvening(
  tour: string,
  round: number,
  seen: unknown,
): { readonly facts: EveningFacts | undefined; readonly isOld: boolean } {
  const store = useStore();
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    const end = new AbortController();
    void readEvening(store, tour, end.signal).then((facts) => {
      if (facts && !end.signal.aborted) setRead({ tour, round, seen, facts });
    });
    return () => end.abort();
  }, [store, tour, round, seen]);
  const facts = read?.tour === tour ? read.facts : undefined;
  return { facts, isOld: read?.round !== round || read.seen !== seen };
}
