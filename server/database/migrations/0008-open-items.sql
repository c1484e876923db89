-- What is still open at a site, for whoever goes there on another tour. All of it is derived from the log, in the transaction that takes
-- changes in: a rebuild makes it again.

-- Which stop of which tour is at which site. In the scope 'server', because it says who may see what, and is asked across tours.
create table visits (
  scope text collate "C" not null check (scope = 'server'),
  tour text collate "C" not null,
  stop text collate "C" not null,
  site text collate "C" not null,
  team text collate "C" not null,
  primary key (scope, tour, stop)
);
create index visits_of_sites on visits (scope, site);

-- What others are shown of an issue, a task or a request that is open, beside the record itself; and of each tour its title and date, in a row that
-- has its id and no stop.
create table open_items (
  scope text collate "C" not null,
  record text collate "C" not null,
  stop text collate "C" not null,
  body json not null,
  primary key (scope, record)
);
create index open_items_at_stops on open_items (scope, stop);

-- Whether what is older than these tables was listed in them.
alter table server add column listed boolean not null default false;

-- The stops at the sites to which the account of this transaction goes: `own` is the tour on which it goes there.
create function shown_visits(out own text, out tour text, out stop text, out site text) returns setof record
language sql stable security definer set search_path from current as $$
  with mine as (
    select v.tour, v.site from visits v
    where v.scope = 'server' and (is_administrator() or exists (
      select from reached() r where r.tour = v.tour and (r.team = '' or v.team in ('', r.team))))
  )
  select distinct mine.tour, other.tour, other.stop, other.site
  from mine join visits other on other.scope = 'server' and other.site = mine.site
$$;

-- "tour stop" of these stops, and "tour " for what is said of their tours.
create function shown_stops() returns text[] language sql stable security definer set search_path from current as $$
  select coalesce(array_agg(distinct tour || ' ' || shown), '{}') from shown_visits() cross join lateral unnest(array[stop, '']) shown
$$;

alter table visits enable row level security;
alter table open_items enable row level security;
create policy reading on open_items for select to xunji_reader using (
  scope || ' ' || stop = any ((select shown_stops())::text[]));
grant select on open_items to xunji_reader;
