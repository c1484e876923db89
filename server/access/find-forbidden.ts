import type { Change } from '../../shared/changes/change';
import { type Problem, problem } from '../../shared/problems';
import { officeScope } from '../../shared/records/record-schemas';
import type { Query } from '../database/database';
import { readKinds } from '../database/record-queries';
import { readScopes } from '../database/scope-queries';
import type { Asking } from './asking';
import { reachOf } from './read-access';

/** Which of these changes the caller may not make, by their ids. Their scopes are locked, so that only one can begin a tour. */
export async function findForbidden(
  query: Query,
  { caller, rules }: Asking,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Problem>> {
  if (changes.length === 0) return new Map();
  if (caller.role === 'administrator')
    return refusals(changes.filter((change) => !rules.mayChange(caller, [], change, false)));
  const reach = await reachOf(query, caller);
  const heads = await readScopes(query);
  const homes = await readHomes(query, changes);
  return refusals(
    changes.filter(
      (change) =>
        !rules.mayChange(caller, reach, change, (heads.get(change.scope) ?? 0) === 0) ||
        !isAtHome(homes, change),
    ),
  );
}

function refusals(changes: readonly Change[]): ReadonlyMap<string, Problem> {
  return new Map(changes.map((change) => [change.id, problem('change.forbidden')]));
}

/** The kinds of the records that the changes name, in their own scope and in the register, by `scope record`. */
async function readHomes(query: Query, changes: readonly Change[]): Promise<Map<string, string>> {
  const records = changes.map(({ record }) => record);
  const rows = await readKinds(
    query,
    [...changes.map(({ scope }) => scope), ...changes.map(() => officeScope)],
    [...records, ...records],
  );
  return new Map(rows.map(({ scope, id, kind }) => [`${scope} ${id}`, kind]));
}

/** An id has one kind, and one of the register is nobody's tour: else whoever knows an id could take its record away from all. */
function isAtHome(homes: Map<string, string>, { scope, record, kind }: Change): boolean {
  const own = homes.get(`${scope} ${record}`) ?? kind;
  homes.set(`${scope} ${record}`, own);
  return own === kind && (scope === officeScope || !homes.has(`${officeScope} ${record}`));
}
