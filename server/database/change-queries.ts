import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../shared/changes/change';
import { changeText, keepText } from '../../shared/changes/change-text';
import type { PlacedChange } from '../changes/numbered-change';
import { unplaced } from '../../shared/sync/place-records';
import { wholeView } from '../../shared/protocol/sync';
import { type PagedChange, type Stretch, changeKey } from '../../shared/sync/server-store';
import type { Query } from './database';
import { anyInSpan, spanOf } from './span';

/** Which of these changes the log has already, by `changeKey`: as they are, or another one under the same id. */
export async function findSeen(
  query: Query,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, 'same' | 'other'>> {
  if (changes.length === 0) return new Map();
  const rows = await query<{ scope: string; id: string; body: Change }>(
    `select c.scope, c.id, c.body from changes c join unnest($1::text[], $2::text[]) asked(scope, id) using (scope, id)
     where ${anyInSpan('changes', 3)}`,
    [changes.map((change) => change.scope), changes.map((change) => change.id), ...spanOf(changes)],
  );
  const asked = new Map(changes.map((change) => [changeKey(change), change]));
  return new Map(
    rows.map((row) => {
      const isSame = isDeepStrictEqual(row.body, asked.get(changeKey(row)));
      return [changeKey(row), isSame ? 'same' : 'other'] as const;
    }),
  );
}

/** Whether the log has all of these, each named once. */
export async function hasAll(
  query: Query,
  changes: readonly Pick<Change, 'scope' | 'id'>[],
): Promise<boolean> {
  return (await hasNoOthers(query, changes)) || hasEach(query, changes);
}

/** Whether these are all that the log has between the first and the last of them: mostly so, and read from the index in one go. */
async function hasNoOthers(query: Query, changes: readonly Pick<Change, 'scope' | 'id'>[]): Promise<boolean> {
  const [[scope = '', ...others], from, to] = spanOf(changes);
  if (others.length > 0) return false;
  const ids = changes.map(({ id }) => id).sort();
  const [row] = await query<{ hash: string | null }>(
    `select md5(string_agg(id, ' ' order by id)) as hash from (
     select id from changes where scope = $1 and id between $2 and $3 order by id limit $4) span`,
    [scope, from, to, ids.length + 1],
  );
  return row?.hash === createHash('md5').update(ids.join(' ')).digest('hex');
}

async function hasEach(query: Query, changes: readonly Pick<Change, 'scope' | 'id'>[]): Promise<boolean> {
  const [row] = await query<{ count: number }>(
    `select count(*)::integer as count from changes c
     join unnest($1::text[], $2::text[]) asked(scope, id) using (scope, id)`,
    [changes.map(({ scope }) => scope), changes.map(({ id }) => id)],
  );
  return row?.count === changes.length;
}

/**
 * Of the changes that these records are said to be made of, those of this laptop that are in the log before any other laptop's. A change
 * may claim to replace what is no part of its record: whose each is, its body says.
 */
export async function readBegun(
  query: Query,
  device: string,
  parts: readonly (Pick<Change, 'scope' | 'id'> & { readonly record: string })[],
): Promise<readonly { readonly record: string; readonly body: Change }[]> {
  return query(
    `select record, body from (
     select asked.record, c.body,
       bool_or(c.device <> $4) over (partition by c.scope, asked.record order by c.number) as is_behind
     from changes c join unnest($1::text[], $2::text[], $3::text[]) asked(scope, id, record) using (scope, id)) part
     where not is_behind`,
    [parts.map(({ scope }) => scope), parts.map(({ id }) => id), parts.map(({ record }) => record), device],
  );
}

export async function insertChanges(query: Query, changes: readonly PlacedChange[]): Promise<void> {
  await query(
    `insert into changes (scope, number, id, device, body, team)
     select scope, number, id, device, body::json, team
     from unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[])
       as t(scope, number, id, device, body, team)`,
    [
      changes.map(({ change }) => change.scope),
      changes.map(({ number }) => number),
      changes.map(({ change }) => change.id),
      changes.map(({ change }) => change.device),
      changes.map(({ change }) => changeText(change)),
      changes.map(({ team = unplaced }) => team),
    ],
  );
}

/** What a whole reader is given: every change, once, with its own number. */
const wholePart = `
  select number, body from changes
  where scope = s.scope and number > s.after and number <= s.head and id <> all($4::text[])`;

/** What readers of some teams are given: theirs and the frame's with their own numbers, and what was handed to them with new ones. */
const teamsPart = `
  select c.number, c.body from changes c
  where c.scope = s.scope and c.number > s.after and c.number <= s.head and c.id <> all($4::text[])
    and (s.view = 'whole' or c.team = '' or c.team = any(string_to_array(s.view, '+')))
  union all
  select h.number, c.body from handed h join changes c on c.scope = h.scope and c.id = h.id
  where s.view <> 'whole' and h.scope = s.scope and h.number > s.after and h.number <= s.head
    and c.id <> all($4::text[]) and (h.team = '' or h.team = any(string_to_array(s.view, '+')))
    and c.team <> '' and c.team <> all(string_to_array(s.view, '+'))`;

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
  const part = stretches.every(({ view }) => view === wholeView) ? wholePart : teamsPart;
  const rows = await query<{ scope: string; number: number; body: string | null }>(
    `select scope, number, case when upto - size < $6 then body end as body from (
     select s.scope, c.number, c.body::text as body, s.place, octet_length(c.body::text) as size,
       sum(octet_length(c.body::text)) over (order by s.place, c.number) as upto
     from unnest($1::text[], $2::integer[], $3::integer[], $7::text[]) with ordinality as s(scope, after, head, view, place)
     cross join lateral (${part}
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
      stretches.map((stretch) => stretch.view),
    ],
  );
  return rows.map(({ scope, number, body }) => ({
    scope,
    number,
    change: body === null ? null : parsed(body),
  }));
}

/** With its text, as which it goes out. */
function parsed(body: string): Change {
  const change = JSON.parse(body) as Change;
  keepText(change, body);
  return change;
}
