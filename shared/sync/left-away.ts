import type { Change } from '../changes/change';
import type { SyncProgress } from './laptop-store';

/**
 * What of the scopes that were put away is still away beside changes that came by a stick: who has words of a tour needs the rest of it, also
 * where the server has those words already and nothing of them waits to be sent. What is still on its way out goes first.
 */
export function leftAway(
  { away, lost }: Pick<SyncProgress, 'away' | 'lost'>,
  came: readonly Pick<Change, 'scope'>[],
): readonly string[] {
  const scopes = new Set(came.map(({ scope }) => scope));
  return away.filter((scope) => !scopes.has(scope) || lost.includes(scope));
}
