import type { Change } from '../changes/change';
import { bringsPreset } from '../checklists/brings-preset';
import { officeScope } from '../records/record-schemas';
import type { Caller } from './caller';
import { mayMakeChecklists } from './role';
import { type Reach, viewOf } from './view-of';

const reservedScope = 'server';

/** The fields of a team that decide who sees the tour: whoever could set them could let anybody in. */
const memberFields = ['leader', 'members', 'deleted'];

/** What is known of a change besides the change. */
export interface Circumstances {
  /** Nobody knew its scope before: whoever may write may begin a tour, which is then his as a whole. */
  readonly isNew: boolean;
  /** Its record is new, or one that the caller was shown. */
  readonly isShown: boolean;
  /** What the caller reached earlier: he hands in what he typed then, and is given nothing. */
  readonly former: readonly Reach[];
}

/**
 * Whether this caller may make a change. Within a tour people write for other teams as well, because hubs, sticks and a new team of
 * somebody's own bring what others typed; what they may not is to bring another team's record before their own eyes.
 */
export function mayChange(
  caller: Caller,
  reach: readonly Reach[],
  change: Pick<Change, 'scope' | 'kind' | 'record' | 'fields'>,
  { isNew, isShown, former }: Circumstances,
): boolean {
  const { scope, kind, fields } = change;
  // Accounts live there: a tour of that name would be everybody's door to them.
  if (scope === reservedScope) return false;
  if (caller.role === 'administrator') return true;
  if (caller.role === 'leader') return false;
  if (kind === 'preset') return false;
  if (kind === 'checklist' && !mayMakeChecklists(caller.role) && !bringsPreset(change)) return false;
  if (scope === officeScope) return true;
  if (isNew) return true;
  if (viewOf(caller, [...reach, ...former], scope) === null) return false;
  if (!isShown && placesRecord(change)) return false;
  const letsIn = kind === 'team' && Object.keys(fields).some((name) => memberFields.includes(name));
  return !letsIn || reach.some(({ tour, team }) => tour === scope && team === '');
}

/** Whether a change says to which team its record belongs: the stop by its team, all else by its stop. */
export function placesRecord({ kind, fields }: Pick<Change, 'kind' | 'fields'>): boolean {
  return Object.hasOwn(fields, kind === 'stop' ? 'team' : 'stop');
}
