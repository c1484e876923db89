import { type Views, wholeView } from '../protocol/sync';
import type { SyncProgress } from './laptop-store';

/**
 * The scopes of which a laptop holds what it may no longer read: those that the server does not name any more or shows less of,
 * and those lost earlier that are not given back. What it was never shown (a tour that it has begun itself) is not lost.
 */
export function lostScopes({ views: before, lost }: SyncProgress, views: Views): readonly string[] {
  const now = Object.keys(before).filter((scope) => isNarrower(views[scope], before[scope] ?? ''));
  const still = lost.filter((scope) => views[scope] !== wholeView);
  return [...new Set([...still, ...now])].sort();
}

/** What no hub may bring at present: the central server has taken it away, or is about to. */
export function withheldScopes({ lost, taken }: Pick<SyncProgress, 'lost' | 'taken'>): ReadonlySet<string> {
  return new Set([...lost, ...taken]);
}

function isNarrower(view: string | undefined, before: string): boolean {
  if (view === undefined) return true;
  if (view === wholeView || view === before) return false;
  const teams = new Set(view.split('+'));
  return before === wholeView || before.split('+').some((team) => !teams.has(team));
}
