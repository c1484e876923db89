import type { Handed } from '../../shared/sync/place-records';
import type { Query } from './database';

/**
 * Of what is to be handed, in its order, that which readers of the team were not shown before: neither with the change's own number nor
 * by an earlier hand-over, to them or to all.
 */
export async function findUnhanded(query: Query, handed: readonly Handed[]): Promise<readonly Handed[]> {
  if (handed.length === 0) return [];
  return query<Handed>(
    `select asked.scope, asked.id, asked.record, asked.team
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as asked(scope, id, record, team, place)
     join changes c on c.scope = asked.scope and c.id = asked.id
     where c.team <> '' and c.team <> asked.team and not exists (
       select from handed h where h.scope = asked.scope and h.id = asked.id and h.team in ('', asked.team))
     order by asked.place`,
    [
      handed.map(({ scope }) => scope),
      handed.map(({ id }) => id),
      handed.map(({ record }) => record),
      handed.map(({ team }) => team),
    ],
  );
}

/** The teams that these records were ever shown to, of (scope, id) pairs, '?' where they have none yet; none of a record that is not there. */
export async function readShown(
  query: Query,
  scopes: readonly string[],
  ids: readonly string[],
): Promise<readonly { readonly scope: string; readonly id: string; readonly teams: readonly string[] }[]> {
  return query(
    `select r.scope, r.id, array_append((select array_agg(distinct h.team) from handed h
       where h.scope = r.scope and h.record = r.id), r.team) as teams
     from records r
     join (select distinct scope, id from unnest($1::text[], $2::text[]) as t(scope, id)) asked using (scope, id)`,
    [scopes, ids],
  );
}
