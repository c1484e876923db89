import { useSyncExternalStore } from 'react';
import { createObservable } from './observable';

const none: ReadonlySet<string> = new Set();

/** The records of which the exchange that is under way at this moment carries something; empty between exchanges. */
export const recordsUnderWay = createObservable<ReadonlySet<string>>(none);

export function tellUnderWay(changes: readonly { readonly record: string }[]): void {
  recordsUnderWay.set(new Set(changes.map(({ record }) => record)));
}

/** The exchange has come to its end, well or not: nothing is on its way any more. */
export function endUnderWay(): void {
  if (recordsUnderWay.get().size > 0) recordsUnderWay.set(none);
}

/** Whether this record is being sent right now; of a thousand cards only those whose answer changes are drawn again. */
export function useUnderWay(record: string): boolean {
  return useSyncExternalStore(recordsUnderWay.subscribe, () => recordsUnderWay.get().has(record));
}
