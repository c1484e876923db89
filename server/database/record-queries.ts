import type { RecordState } from '../../shared/changes/record-state';
import type { Query } from './database';

/** The states of those records that exist, of (scope, id) pairs. */
export async function readStates(
  query: Query,
  scopes: readonly string[],
  ids: readonly string[],
): Promise<readonly RecordState[]> {
  const rows = await query<{ state: RecordState }>(
    `select r.state from records r join unnest($1::text[], $2::text[]) asked(scope, id) using (scope, id)`,
    [scopes, ids],
  );
  return rows.map((row) => row.state);
}

/** The kinds of those records that exist, of (scope, id) pairs. */
export async function readKinds(
  query: Query,
  scopes: readonly string[],
  ids: readonly string[],
): Promise<readonly { readonly scope: string; readonly id: string; readonly kind: string }[]> {
  return query(
    `select r.scope, r.id, r.kind from records r
     join (select distinct scope, id from unnest($1::text[], $2::text[]) as t(scope, id)) asked using (scope, id)`,
    [scopes, ids],
  );
}

export async function writeStates(query: Query, states: readonly RecordState[]): Promise<void> {
  await query(
    `insert into records (scope, id, kind, state)
     select scope, id, kind, state::json
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as t(scope, id, kind, state)
     on conflict (scope, id) do update set kind = excluded.kind, state = excluded.state`,
    [
      states.map((state) => state.scope),
      states.map((state) => state.id),
      states.map((state) => state.kind),
      states.map((state) => JSON.stringify(state)),
    ],
  );
}
