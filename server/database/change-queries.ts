import type { Change } from '../../shared/changes/change';
import {
  type NumberedChange,
  type PagedChange,
  type Stretch,
  changeKey,
} from '../../shared/sync/server-store';
import type { Query } from './database';

/** Which of these changes the log has already, as `changeKey`. */
export async function findSeen(query: Query, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  if (changes.length === 0) return new Set();
  const rows = await query<{ scope: string; id: string }>(
    `select c.scope, c.id from changes c join unnest($1::text[], $2::text[]) asked(scope, id) using (scope, id)`,
    [changes.map((change) => change.scope), changes.map((change) => change.id)],
  );
  return new Set(rows.map(changeKey));
}

export async function insertChanges(query: Query, changes: readonly NumberedChange[]): Promise<void> {
  await query(
    `insert into changes (scope, number, id, device, body)
     select scope, number, id, device, body::json
     from unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[]) as t(scope, number, id, device, body)`,
    [
      changes.map(({ change }) => change.scope),
      changes.map(({ number }) => number),
      changes.map(({ change }) => change.id),
      changes.map(({ change }) => change.device),
      changes.map(({ change }) => JSON.stringify(change)),
    ],
  );
}

/**
 * The changes of the stretches in their order, without those with `leftOut` ids; at most `limit`. A body comes only while all
 * before it have fewer than `bytes`: so one always does, and a few long texts make a page of a size that can be sent.
 */
export async function readStretches(
  query: Query,
  stretches: readonly Stretch[],
  leftOut: readonly string[],
  limit: number,
  bytes: number,
): Promise<readonly PagedChange[]> {
  if (stretches.length === 0) return [];
  const rows = await query<{ scope: string; number: number; body: Change | null }>(
    `select scope, number, case when upto - size < $6 then body end as body from (
     select s.scope, c.number, c.body, s.place, octet_length(c.body::text) as size,
       sum(octet_length(c.body::text)) over (order by s.place, c.number) as upto
     from unnest($1::text[], $2::integer[], $3::integer[]) with ordinality as s(scope, after, head, place)
     cross join lateral (
       select number, body from changes
       where scope = s.scope and number > s.after and number <= s.head and id <> all($4::text[])
       order by number limit $5
     ) c
     order by s.place, c.number limit $5) page order by place, number`,
    [
      stretches.map((stretch) => stretch.scope),
      stretches.map((stretch) => stretch.after),
      stretches.map((stretch) => stretch.head),
      leftOut,
      limit,
      bytes,
    ],
  );
  return rows.map(({ scope, number, body }) => ({ scope, number, change: body }));
}
