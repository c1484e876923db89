import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import type { RecordOf } from '../../shared/records/record-schemas';
import { openRows, rowsOfKind } from './read-register';
import { useStore } from './store-context';

/**
 * The records of one kind of the register, redrawn by themselves; undefined until they are read. Rows are
 * opened outside the query: thousands of them take several tasks, which a transaction would not outlive.
 */
export function useOfKind<K extends 'person' | 'unit' | 'site'>(kind: K): readonly RecordOf<K>[] | undefined {
  const store = useStore();
  const [records, setRecords] = useState<readonly RecordOf<K>[]>();
  useEffect(() => {
    let latest = 0;
    const watched = liveQuery(() => rowsOfKind(store, kind));
    const subscription = watched.subscribe((rows) => {
      latest += 1;
      const mine = latest;
      void openRows(store, rows, kind).then((read) => {
        if (mine === latest) setRecords(read);
      });
    });
    return () => {
      latest = -1;
      subscription.unsubscribe();
    };
  }, [store, kind]);
  return records;
}
