import type { VisitCount } from './laptop-store';

/** More than this many visits, or more than a tenth of all, are not removed before a person has said yes. */
const mostVisits = 20;
const largestShare = 0.1;

export interface RemovalPlan {
  /** Scopes of which something is still unsent: it goes first. */
  readonly waiting: readonly string[];
  /** Scopes that may go now. */
  readonly remove: readonly string[];
  /** What a person is asked before anything goes; null where nobody has to be. */
  readonly question: VisitCount | null;
}

/** What is to be done about lost scopes; `visits` counts those of the scopes that have nothing unsent. */
export function planRemoval(
  lost: readonly string[],
  unsent: ReadonlySet<string>,
  visits: VisitCount,
): RemovalPlan {
  const waiting = lost.filter((scope) => unsent.has(scope));
  const ready = lost.filter((scope) => !unsent.has(scope));
  const asks = visits.lost > mostVisits || visits.lost > visits.all * largestShare;
  return { waiting, remove: asks ? [] : ready, question: asks ? visits : null };
}
