import { type Views, wholeView } from '../protocol/sync';
import type { SyncProgress } from './laptop-store';

/**
 * The scopes of which a laptop holds what it may no longer read: those that the server does not name any more or shows less of,
 * and those lost earlier that are not given back, among them what is being put away. What it was never shown (a tour that it has begun
 * itself) is not lost.
 */
export function lostScopes({ views: before, lost, away }: SyncProgress, views: Views): readonly string[] {
  const now = Object.keys(before).filter((scope) => isNarrower(views[scope], before[scope] ?? ''));
  const still = lost.filter((scope) => views[scope] !== wholeView || away.includes(scope));
  return [...new Set([...still, ...now])].sort();
}

/** What no hub may bring at present: the central server has taken it away, or is about to, or a person has put it away. */
export function withheldScopes({
  lost,
  taken,
  away,
}: Pick<SyncProgress, 'lost' | 'taken' | 'away'>): ReadonlySet<string> {
  return new Set([...lost, ...taken, ...away]);
}

/** Whether this view, or none, leaves out something that the view before it had. */
export function isNarrower(view: string | undefined, before: string): boolean {
  if (view === undefined) return true;
  if (view === wholeView || view === before) return false;
  const teams = new Set(view.split('+'));
  return before === wholeView || before.split('+').some((team) => !teams.has(team));
}
