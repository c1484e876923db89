import type { Change } from '../changes/change';
import type { Unsent } from './laptop-store';

/** A change at hand, as one that waits to be sent. */
export function unsentOf(change: Change): Unsent {
  const { id, record } = change;
  return { id, record, body: () => change };
}
