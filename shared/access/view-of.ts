import { wholeView } from '../protocol/sync';
import { officeScope } from '../records/record-schemas';
import type { Caller } from './caller';

/** What an account was granted of a tour, or has as a member of a team: with '' as team the whole of it. */
export interface Reach {
  readonly tour: string;
  readonly team: string;
}

/**
 * What this caller sees of a scope; null for nothing. Everybody reads the register; an administrator everything; secretaries and
 * leaders the whole of the tours that they were granted, began or go on; inspectors of those the frame and what is their teams'.
 */
export function viewOf(caller: Caller, reach: readonly Reach[], scope: string): string | null {
  if (scope === officeScope || caller.role === 'administrator') return wholeView;
  const teams = reach.flatMap(({ tour, team }) => (tour === scope ? [team] : []));
  if (teams.length === 0) return null;
  return caller.role !== 'inspector' || teams.includes('')
    ? wholeView
    : [...new Set(teams)].sort().join(teamJoint);
}

/** The scopes of which this caller may have a view; null where that is any, there may be thousands. */
export function scopesIn(caller: Caller, reach: readonly Reach[]): readonly string[] | null {
  if (caller.role === 'administrator') return null;
  return [officeScope, ...new Set(reach.map(({ tour }) => tour))];
}

/** The teams of a view; '' is the frame of the tour, which each of them sees. Not to be asked of the whole. */
export function teamsOfView(view: string): readonly string[] {
  return ['', ...view.split(teamJoint)];
}

const teamJoint = '+';
