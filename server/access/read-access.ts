import type { ReadableScope } from '../../shared/sync/server-store';
import type { Query } from '../database/database';
import { readReach } from '../database/grant-queries';
import { beReader } from '../database/reader-queries';
import { readScopes, readScopesOf } from '../database/scope-queries';
import type { Asking } from './asking';

/**
 * Every scope that the caller may read, with its view. From here on the transaction reads in the caller's role: what these rules would
 * forget, the database does not show.
 */
export async function readAccess(
  query: Query,
  { caller, rules }: Asking,
): Promise<ReadonlyMap<string, ReadableScope>> {
  const reach = await reachOf(query, caller);
  await beReader(query, caller.account);
  const scopes = rules.scopesIn(caller, reach);
  const heads = await (scopes ? readScopesOf(query, scopes) : readScopes(query));
  return new Map(
    [...heads].flatMap(([scope, head]): [string, ReadableScope][] => {
      const view = rules.viewOf(caller, reach, scope);
      return view === null ? [] : [[scope, { head, view }]];
    }),
  );
}

/** What the caller was granted; an administrator needs none. */
export function reachOf(
  query: Query,
  { role, account, person }: Asking['caller'],
): ReturnType<typeof readReach> {
  return role === 'administrator' ? Promise.resolve([]) : readReach(query, account, person);
}
