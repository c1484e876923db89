import type { Query } from './database';

interface ScopeRow {
  readonly scope: string;
  readonly last_number: number;
}

/**
 * Locks the scopes until the transaction ends, making those that are new, and gives their last numbers: 0, or the last one that they had before they were dropped.
 * Always in the order of their names, so that two pushes cannot wait for each other.
 */
export async function lockScopes(
  query: Query,
  scopes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (scopes.length === 0) return new Map();
  const sorted = [...scopes].sort();
  await query(
    `insert into scopes (scope, last_number) select asked.scope, coalesce(d.last, 0)
     from unnest($1::text[]) asked(scope) left join dropped d on d.scope = 'server' and d.tour = asked.scope
     on conflict do nothing`,
    [sorted],
  );
  const rows = await query<ScopeRow>(
    `select scope, last_number from scopes where scope = any($1::text[]) order by scope for update`,
    [sorted],
  );
  return lastNumbers(rows);
}

/** Forgets those of these scopes, locked before, in which there is nothing. */
export async function dropEmptyScopes(query: Query, scopes: readonly string[]): Promise<void> {
  await query(
    `delete from scopes where scope = any($1::text[]) and last_number = coalesce(
       (select d.last from dropped d where d.scope = 'server' and d.tour = scopes.scope), 0)`,
    [scopes],
  );
}

/** The last number of every scope there is. What is numbered up to there is committed, or our own. */
export async function readScopes(query: Query): Promise<ReadonlyMap<string, number>> {
  return lastNumbers(await query<ScopeRow>(`select scope, last_number from scopes order by scope`));
}

/** Likewise, of those of these that there are. */
export async function readScopesOf(
  query: Query,
  scopes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await query<ScopeRow>(
    `select scope, last_number from scopes where scope = any($1::text[]) order by scope`,
    [scopes],
  );
  return lastNumbers(rows);
}

/** Further on only: changes and what is handed have numbers of one row. */
export async function setLastNumbers(query: Query, last: ReadonlyMap<string, number>): Promise<void> {
  await query(
    `insert into scopes (scope, last_number) select * from unnest($1::text[], $2::integer[])
     on conflict (scope) do update set last_number = greatest(scopes.last_number, excluded.last_number)`,
    [[...last.keys()], [...last.values()]],
  );
}

function lastNumbers(rows: readonly ScopeRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [row.scope, row.last_number]));
}
