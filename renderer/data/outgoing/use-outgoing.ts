import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { countUnsent } from '../outbox/count-unsent';
import { useStore } from '../store-context';
import { type KnownPlaces, type OutgoingRecord, readOutgoing } from './read-outgoing';

/** While thousands are being sent the list is read again and again: it may take this part of the time. */
const share = 1 / 5;

/** The records of which something has not arrived, kept up to date; undefined until they are read. */
export function useOutgoing(): readonly OutgoingRecord[] | undefined {
  const { database } = useStore();
  const [found, setFound] = useState<readonly OutgoingRecord[]>();
  const places = useRef<KnownPlaces>(new Map());
  const restUntil = useRef(0);
  const waiting = useLiveQuery(async () => {
    const last = await database.outbox.orderBy('order').last();
    const counts = [countUnsent(database), database.refused.count()];
    const files = database.files.where('state').equals('toSend').count();
    return [last?.order, ...(await Promise.all([...counts, files]))].join(' ');
  }, [database]);

  useEffect(() => {
    if (waiting === undefined) return;
    let gone = false;
    const read = async () => {
      const begun = performance.now();
      const next = await readOutgoing(database, places.current);
      restUntil.current = performance.now() + (performance.now() - begun) / share;
      if (!gone) setFound(next);
    };
    const timer = setTimeout(() => void read(), Math.max(0, restUntil.current - performance.now()));
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [database, waiting]);
  return found;
}
