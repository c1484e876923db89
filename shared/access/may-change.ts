import type { Change } from '../changes/change';
import { officeScope } from '../records/record-schemas';
import type { Caller } from './caller';
import { type Reach, viewOf } from './view-of';

const reservedScope = 'server';

/** The fields of a team that decide who sees the tour: whoever could set them could let anybody in. */
const memberFields = ['leader', 'members', 'deleted'];

/**
 * Whether this caller may make a change. `isNew` says that nobody knew its scope before: whoever may write may begin a tour, which is
 * then his as a whole.
 */
export function mayChange(
  caller: Caller,
  reach: readonly Reach[],
  change: Pick<Change, 'scope' | 'kind' | 'fields'>,
  isNew: boolean,
): boolean {
  const { scope, kind, fields } = change;
  // Accounts live there: a tour of that name would be everybody's door to them.
  if (scope === reservedScope) return false;
  if (caller.role === 'administrator') return true;
  if (caller.role === 'leader') return false;
  if (kind === 'checklist' && caller.role !== 'secretary') return false;
  if (scope === officeScope) return true;
  if (isNew) return true;
  if (viewOf(caller, reach, scope) === null) return false;
  const letsIn = kind === 'team' && Object.keys(fields).some((name) => memberFields.includes(name));
  return !letsIn || reach.some(({ tour, team }) => tour === scope && team === '');
}
