import { placesRecord } from '../../shared/access/may-change';
import { type Reach, teamsOfView, viewOf } from '../../shared/access/view-of';
import type { Change } from '../../shared/changes/change';
import { type Problem, problem } from '../../shared/problems';
import { wholeView } from '../../shared/protocol/sync';
import { officeScope } from '../../shared/records/record-schemas';
import { placeKey, unplaced } from '../../shared/sync/place-records';
import type { Query } from '../database/database';
import { readFormer } from '../database/grant-queries';
import { readShown } from '../database/handed-queries';
import { readKinds } from '../database/record-queries';
import { readScopes } from '../database/scope-queries';
import type { Asking } from './asking';
import { reachOf } from './read-access';

/** Which of these changes the caller may not make, by their ids. Their scopes are locked, so that only one can begin a tour. */
export async function findForbidden(
  query: Query,
  asking: Asking,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Problem>> {
  const { caller, rules } = asking;
  if (changes.length === 0) return new Map();
  const nothing = { isNew: false, isShown: true, former: [] };
  if (caller.role === 'administrator')
    return refusals(changes.filter((change) => !rules.mayChange(caller, [], change, nothing)));
  const reach = await reachOf(query, caller);
  const former = await readFormer(query, caller.account, caller.person);
  const heads = await readScopes(query);
  const homes = await readHomes(query, changes);
  const hidden = await findHidden(query, asking, [...reach, ...former], changes);
  return refusals(
    changes.filter((change) => {
      const isNew = (heads.get(change.scope) ?? 0) === 0;
      const isShown = !hidden.has(placeKey(change.scope, change.record));
      return !rules.mayChange(caller, reach, change, { isNew, isShown, former }) || !isAtHome(homes, change);
    }),
  );
}

function refusals(changes: readonly Change[]): ReadonlyMap<string, Problem> {
  return new Map(changes.map((change) => [change.id, problem('change.forbidden')]));
}

/** Of the records that would be placed anew, those that were never shown to any team of the caller. */
async function findHidden(
  query: Query,
  { caller }: Asking,
  reach: readonly Reach[],
  changes: readonly Change[],
): Promise<ReadonlySet<string>> {
  const views = new Map<string, ReadonlySet<string>>();
  for (const { scope } of changes) {
    const view = viewOf(caller, reach, scope);
    if (view !== null && view !== wholeView) views.set(scope, new Set([unplaced, ...teamsOfView(view)]));
  }
  const asked = changes.filter((change) => views.has(change.scope) && placesRecord(change));
  if (asked.length === 0) return new Set();
  const rows = await readShown(
    query,
    asked.map(({ scope }) => scope),
    asked.map(({ record }) => record),
  );
  const hidden = rows.filter(({ scope, teams }) => !teams.some((team) => views.get(scope)?.has(team)));
  return new Set(hidden.map(({ scope, id }) => placeKey(scope, id)));
}

/** The kinds of the records that the changes name, in their own scope and in the register, by `scope record`. */
async function readHomes(query: Query, changes: readonly Change[]): Promise<Map<string, string>> {
  const records = changes.map(({ record }) => record);
  const rows = await readKinds(
    query,
    [...changes.map(({ scope }) => scope), ...changes.map(() => officeScope)],
    [...records, ...records],
  );
  return new Map(rows.map(({ scope, id, kind }) => [placeKey(scope, id), kind]));
}

/** An id has one kind, and one of the register is nobody's tour: else whoever knows an id could take its record away from all. */
function isAtHome(homes: Map<string, string>, { scope, record, kind }: Change): boolean {
  const key = placeKey(scope, record);
  const own = homes.get(key) ?? kind;
  homes.set(key, own);
  return own === kind && (scope === officeScope || !homes.has(placeKey(officeScope, record)));
}
