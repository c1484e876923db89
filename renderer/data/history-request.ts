import { createObservable } from './observable';

/** The record whose history is open; null while none is. */
export const historyRequest = createObservable<string | null>(null);

/** Opens the history of a record over whatever screen stands there. */
export function openHistory(record: string): void {
  historyRequest.set(record);
}
