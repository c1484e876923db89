import { useDeferredValue, useEffect, useState } from 'react';
import { matchText } from './match-text';

/** Names are compared in pieces: pinyin takes a while over thousands of them, and typing must not wait. */
const pieceSize = 300;

/** The records whose words answer to what somebody typed, in their order; all of them while nothing is typed. */
export function useMatches<R>(
  records: readonly R[],
  query: string,
  wordsOf: (record: R) => string,
): readonly R[] {
  const wanted = useDeferredValue(query.trim());
  const [found, setFound] = useState<readonly R[]>(records);
  useEffect(() => {
    let stale = false;
    const search = async () => {
      const matches: R[] = [];
      for (let from = 0; from < records.length; from += pieceSize) {
        if (from > 0) await new Promise((resolve) => setTimeout(resolve, 0));
        if (stale) return;
        matches.push(
          ...records.slice(from, from + pieceSize).filter((record) => matchText(wordsOf(record), wanted)),
        );
      }
      setFound(matches);
    };
    if (wanted !== '') void search();
    return () => {
      stale = true;
    };
  }, [records, wanted, wordsOf]);
  return wanted === '' ? records : found;
}
