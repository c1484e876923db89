import { type PackedState, packState, unpackState } from '../../shared/changes/pack-state';
import type { RecordState } from '../../shared/changes/record-state';
import type { Place, PlacedState } from '../../shared/sync/place-records';
import type { Query } from './database';

interface StoredState {
  readonly state: PackedState | RecordState;
  readonly team: string;
}

function unpacked({ state, team }: StoredState): PlacedState {
  return { state: unpackState(state), team };
}

/** The states of those records that exist, of (scope, id) pairs. */
export async function readStates(
  query: Query,
  scopes: readonly string[],
  ids: readonly string[],
): Promise<readonly PlacedState[]> {
  const rows = await query<StoredState>(
    `select r.state, r.team from records r join unnest($1::text[], $2::text[]) asked(scope, id) using (scope, id)`,
    [scopes, ids],
  );
  return rows.map(unpacked);
}

/** The records at these stops, of (scope, stop) pairs: all of them, or those whose team was not known. */
export async function readAtStops(
  query: Query,
  scopes: readonly string[],
  stops: readonly string[],
  which: 'all' | 'unplaced',
): Promise<readonly PlacedState[]> {
  if (stops.length === 0) return [];
  const rows = await query<StoredState>(
    `select r.state, r.team from records r join unnest($1::text[], $2::text[]) asked(scope, stop) using (scope, stop)
     where ${which === 'all' ? `r.stop <> ''` : `r.team = '?'`}`,
    [scopes, stops],
  );
  return rows.map(unpacked);
}

/** All records of a scope. */
export async function readScopeStates(query: Query, scope: string): Promise<readonly PlacedState[]> {
  const rows = await query<StoredState>(`select state, team from records where scope = $1 order by id`, [
    scope,
  ]);
  return rows.map(unpacked);
}

/** To which teams these stops belong, of (scope, id) pairs. */
export async function readTeamsOfStops(
  query: Query,
  scopes: readonly string[],
  ids: readonly string[],
): Promise<readonly { readonly scope: string; readonly id: string; readonly team: string }[]> {
  if (ids.length === 0) return [];
  return query(
    `select r.scope, r.id, r.team from records r
     join (select distinct scope, id from unnest($1::text[], $2::text[]) as t(scope, id)) asked using (scope, id)
     where r.kind = 'stop' and r.team <> '?'`,
    [scopes, ids],
  );
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

export async function writeStates(
  query: Query,
  states: readonly RecordState[],
  placeOf: (state: RecordState) => Place,
): Promise<void> {
  const places = states.map(placeOf);
  await query(
    `insert into records (scope, id, kind, state, team, stop)
     select scope, id, kind, state::json, team, stop
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as t(scope, id, kind, state, team, stop)
     on conflict (scope, id) do update
       set kind = excluded.kind, state = excluded.state, team = excluded.team, stop = excluded.stop`,
    [
      states.map((state) => state.scope),
      states.map((state) => state.id),
      states.map((state) => state.kind),
      states.map((state) => JSON.stringify(packState(state))),
      places.map(({ team }) => team),
      places.map(({ stop }) => stop),
    ],
  );
}
