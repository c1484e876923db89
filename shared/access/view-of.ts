import { wholeView } from '../protocol/sync';
import { officeScope } from '../records/record-schemas';
import type { Caller } from './caller';

/** What an account was granted of a tour, or has as a member of a team: with '' as team the whole of it. */
export interface Reach {
  readonly tour: string;
  readonly team: string;
}

/**
 * What this caller sees of a scope; null for nothing. Everybody reads the register; an administrator everything; all others the tours that
 * they were granted, began, or go on with a team, of which they see the whole.
 */
export function viewOf(caller: Caller, reach: readonly Reach[], scope: string): string | null {
  const isReached =
    scope === officeScope || caller.role === 'administrator' || reach.some(({ tour }) => tour === scope);
  return isReached ? wholeView : null;
}
