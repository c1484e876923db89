import type { Change } from '../../shared/changes/change';
import { type Problem, problem } from '../../shared/problems';
import type { Query } from '../database/database';
import { readScopes } from '../database/scope-queries';
import type { Asking } from './asking';
import { reachOf } from './read-access';

/** Which of these changes the caller may not make, by their ids. Their scopes are locked, so that only one can begin a tour. */
export async function findForbidden(
  query: Query,
  { caller, rules }: Asking,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Problem>> {
  if (caller.role === 'administrator' || changes.length === 0) return new Map();
  const reach = await reachOf(query, caller);
  const heads = await readScopes(query);
  return new Map(
    changes
      .filter((change) => !rules.mayChange(caller, reach, change, (heads.get(change.scope) ?? 0) === 0))
      .map((change) => [change.id, problem('change.forbidden')]),
  );
}
