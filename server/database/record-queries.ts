import type { Change } from '../../shared/changes/change';
import { merge } from '../../shared/changes/merge';
import { type PackedState, packState, unpackState } from '../../shared/changes/pack-state';
import type { RecordState } from '../../shared/changes/record-state';
import type { Place, PlacedState } from '../../shared/sync/place-records';
import type { Query } from './database';
import { anyInSpan, spanOf } from './span';

/** A record that one change made is not written a second time: `body` is that change, and the state is null. */
interface StoredState {
  readonly state: PackedState | RecordState | null;
  readonly body: Change | null;
  readonly team: string;
}

function unpacked({ state, body, team }: StoredState): PlacedState {
  if (state) return { state: unpackState(state), team };
  if (body) return { state: merge(undefined, body), team };
  throw new Error('A record has neither a state nor the change that it is.');
}

const stored = `select r.state, c.body, r.team from records r left join changes c on c.scope = r.scope and c.id = r.change`;

/** The states of those records that exist. */
export async function readStates(
  query: Query,
  records: readonly Pick<RecordState, 'scope' | 'id'>[],
): Promise<readonly PlacedState[]> {
  const rows = await query<StoredState>(
    `${stored} join unnest($1::text[], $2::text[]) asked(scope, id) on r.scope = asked.scope and r.id = asked.id
     where ${anyInSpan('records', 3)}`,
    [records.map(({ scope }) => scope), records.map(({ id }) => id), ...spanOf(records)],
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
    `${stored} join unnest($1::text[], $2::text[]) asked(scope, stop) on r.scope = asked.scope and r.stop = asked.stop
     where ${which === 'all' ? `r.stop <> ''` : `r.team = '?'`}`,
    [scopes, stops],
  );
  return rows.map(unpacked);
}

/** All records of a scope. */
export async function readScopeStates(query: Query, scope: string): Promise<readonly PlacedState[]> {
  const rows = await query<StoredState>(`${stored} where r.scope = $1 order by r.id`, [scope]);
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

/** The kinds of those records that exist. */
export async function readKinds(
  query: Query,
  records: readonly Pick<RecordState, 'scope' | 'id'>[],
): Promise<readonly { readonly scope: string; readonly id: string; readonly kind: string }[]> {
  if (records.length === 0) return [];
  return query(
    `select r.scope, r.id, r.kind from records r
     join (select distinct scope, id from unnest($1::text[], $2::text[]) as t(scope, id)) asked using (scope, id)
     where ${anyInSpan('records', 3)}`,
    [records.map(({ scope }) => scope), records.map(({ id }) => id), ...spanOf(records)],
  );
}

/** In which tours these ids are records of the kinds that people who reach none of them are told of. */
export async function findTold(
  query: Query,
  ids: readonly string[],
): Promise<readonly { readonly scope: string; readonly id: string }[]> {
  if (ids.length === 0) return [];
  return query(
    `select scope, id from records where id = any($1::text[]) and kind in ('tour', 'issue', 'task', 'request')`,
    [ids],
  );
}

/** A record as it shall stand, and where. */
export interface WrittenState {
  readonly state: RecordState;
  readonly place: Place;
  /** The change in the log that alone makes it. */
  readonly change: string | null;
  /** It was there before. Its scope is locked: nobody else brings it meanwhile. */
  readonly isKnown: boolean;
}

/** Those that are new are not looked for once more: with `on conflict` a row takes half as long again. */
export async function writeStates(query: Query, written: readonly WrittenState[]): Promise<void> {
  await putStates(
    query,
    written.filter(({ isKnown }) => !isKnown),
    '',
  );
  await putStates(
    query,
    written.filter(({ isKnown }) => isKnown),
    `on conflict (scope, id) do update
       set kind = excluded.kind, state = excluded.state, change = excluded.change, team = excluded.team, stop = excluded.stop`,
  );
}

async function putStates(query: Query, written: readonly WrittenState[], known: string): Promise<void> {
  if (written.length === 0) return;
  await query(
    `insert into records (scope, id, kind, state, change, team, stop)
     select scope, id, kind, nullif(state, '')::json, nullif(change, ''), team, stop
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       as t(scope, id, kind, state, change, team, stop) ${known}`,
    [
      written.map(({ state }) => state.scope),
      written.map(({ state }) => state.id),
      written.map(({ state }) => state.kind),
      written.map(({ state, change }) => (change === null ? JSON.stringify(packState(state)) : '')),
      written.map(({ change }) => change ?? ''),
      written.map(({ place }) => place.team),
      written.map(({ place }) => place.stop),
    ],
  );
}
