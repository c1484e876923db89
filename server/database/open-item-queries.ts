import type { ItemBody, ListedItem } from '../../shared/sync/list-open-items';
import type { Query } from './database';

/** A record in its tour. */
export interface InTour {
  readonly scope: string;
  readonly id: string;
}

export async function putVisits(
  query: Query,
  visits: readonly (InTour & { readonly site: string; readonly team: string })[],
): Promise<void> {
  if (visits.length === 0) return;
  await query(
    `insert into visits (scope, tour, stop, site, team)
     select 'server', tour, stop, site, team
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as t(tour, stop, site, team)
     on conflict (scope, tour, stop) do update set site = excluded.site, team = excluded.team`,
    [
      visits.map(({ scope }) => scope),
      visits.map(({ id }) => id),
      visits.map(({ site }) => site),
      visits.map(({ team }) => team),
    ],
  );
}

export async function removeVisits(query: Query, stops: readonly InTour[]): Promise<void> {
  if (stops.length === 0) return;
  await query(
    `delete from visits v using unnest($1::text[], $2::text[]) gone(tour, stop)
     where v.scope = 'server' and v.tour = gone.tour and v.stop = gone.stop`,
    [stops.map(({ scope }) => scope), stops.map(({ id }) => id)],
  );
}

/** Items of records that are new, and of such as may have one already. */
export async function putItems(
  query: Query,
  items: readonly (InTour & ListedItem & { readonly isKnown: boolean })[],
): Promise<void> {
  await insertItems(
    query,
    items.filter(({ isKnown }) => !isKnown),
    '',
  );
  await insertItems(
    query,
    items.filter(({ isKnown }) => isKnown),
    'on conflict (scope, record) do update set stop = excluded.stop, body = excluded.body',
  );
}

async function insertItems(
  query: Query,
  items: readonly (InTour & ListedItem)[],
  known: string,
): Promise<void> {
  if (items.length === 0) return;
  await query(
    `insert into open_items (scope, record, stop, body)
     select scope, record, stop, body::json
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as t(scope, record, stop, body) ${known}`,
    [
      items.map(({ scope }) => scope),
      items.map(({ id }) => id),
      items.map(({ stop }) => stop),
      items.map(({ body }) => JSON.stringify(body)),
    ],
  );
}

export async function removeItems(query: Query, items: readonly InTour[]): Promise<void> {
  if (items.length === 0) return;
  await query(
    `delete from open_items i using unnest($1::text[], $2::text[]) gone(scope, record)
     where i.scope = gone.scope and i.record = gone.record`,
    [items.map(({ scope }) => scope), items.map(({ id }) => id)],
  );
}

export interface ShownItem {
  readonly id: string;
  readonly site: string;
  readonly tour: string;
  readonly body: Exclude<ItemBody, { readonly title: string }>;
  readonly label: Extract<ItemBody, { readonly title: string }>;
}

/**
 * What is open at the sites to which the reader of this transaction goes on a tour that is not `away`, without what he reads as a
 * record, those first that were made last (an id begins with its time); ordered, so that the same items are the same text. At most `most`
 * of them.
 */
export async function readShownItems(
  query: Query,
  away: readonly string[],
  most: number,
): Promise<readonly ShownItem[]> {
  return query<ShownItem>(
    `select * from (
     select distinct on (i.scope, i.record) i.record as id, v.site, i.scope as tour, i.body, t.body as label
     from shown_visits() v
     join open_items i on i.scope = v.tour and i.stop = v.stop
     join open_items t on t.scope = v.tour and t.record = v.tour
     where not v.own = any($1::text[])
       and (i.scope = any($1::text[])
         or not exists (select from records r where r.scope = i.scope and r.id = i.record))
     order by i.scope, i.record) shown
     order by id collate "C" desc, tour limit $2`,
    [away, most],
  );
}
