import { useEffect, useState } from 'react';
import type { RecordOf } from '../../shared/records/record-schemas';
import { useStore } from './store-context';
import { type OfKind, watchKind } from './watch-kind';

/** The records of one kind of the register, redrawn by themselves: the first as soon as they are read, then all. */
export function useOfKind<K extends 'person' | 'unit' | 'site'>(kind: K): OfKind<RecordOf<K>> | undefined {
  const store = useStore();
  const [found, setFound] = useState<OfKind<RecordOf<K>>>();
  useEffect(() => watchKind(store, kind, setFound), [store, kind]);
  return found;
}
