-- What a team sees of a tour. `team` is the team that a change or record belongs to, '' for the frame that all teams of the tour
-- see, '?' for what nobody but whole readers sees: its stop is not known yet, or it is older than this table.
alter table changes add column team text collate "C" not null default '?';
alter table records add column team text collate "C" not null default '?';
-- The stop that says to which team a record belongs.
alter table records add column stop text collate "C" not null default '';
create index records_unplaced on records (scope, stop) where team = '?';
update changes set team = '' where scope = 'office';
update records set team = '' where scope = 'office';

-- Earlier changes that a team is shown from this number on: their record came to it, or their stop became known. New numbers, so
-- that no cursor has passed them.
create table handed (
  scope text collate "C" not null,
  number integer not null,
  id text collate "C" not null,
  record text collate "C" not null,
  team text collate "C" not null,
  primary key (scope, number)
);
create index handed_changes on handed (scope, id);
create index handed_records on handed (scope, record);

-- What people and accounts reached earlier: they may still hand in what they typed then. `subject` is a person or an account.
create table departed (
  scope text collate "C" not null,
  subject text collate "C" not null,
  tour text collate "C" not null,
  team text collate "C" not null,
  primary key (scope, subject, tour, team)
);

-- Whether what is older than these tables was given its teams.
alter table server add column placed boolean not null default false;

-- The tours and teams that the account of this transaction reaches; '' as team is the whole tour.
create function reached(out tour text, out team text) returns setof record
language sql stable security definer set search_path from current as $$
  select r.tour, case when a.role = 'inspector' then r.team else '' end
  from accounts a cross join lateral (
    select 'office' as tour, '' as team
    union all select g.tour, g.team from grants g where g.scope = a.scope and g.account = a.id
    union all select m.tour, m.team from members m where m.scope = a.scope and m.person = a.person and a.person <> ''
  ) r
  where a.scope = 'server' and a.id = current_setting('xunji.account', true) and not a.disabled
$$;

create function whole_scopes() returns text[] language sql stable security definer set search_path from current as $$
  select case
    when is_administrator() then (select coalesce(array_agg(scope), '{}') from scopes)
    else (select coalesce(array_agg(distinct tour), '{}') from reached() where team = '')
  end
$$;

-- "tour team" of what is reached in part, with "tour " for its frame.
create function readable_teams() returns text[] language sql stable security definer set search_path from current as $$
  select coalesce(array_agg(distinct tour || ' ' || shown), '{}')
  from reached() cross join lateral unnest(array['', team]) shown where team <> ''
$$;

create or replace function readable_scopes() returns text[] language sql stable security definer set search_path from current as $$
  select case
    when is_administrator() then (select coalesce(array_agg(scope), '{}') from scopes)
    else (select coalesce(array_agg(distinct tour), '{}') from reached())
  end
$$;

drop policy reading on changes;
drop policy reading on records;
drop policy reading on attachments;
alter table handed enable row level security;
create policy reading on handed for select to xunji_reader using (
  scope = any ((select whole_scopes())::text[]) or scope || ' ' || team = any ((select readable_teams())::text[]));
create policy reading on changes for select to xunji_reader using (
  scope = any ((select whole_scopes())::text[])
  or scope || ' ' || team = any ((select readable_teams())::text[])
  or exists (select from handed h where h.scope = changes.scope and h.id = changes.id
    and h.scope || ' ' || h.team = any ((select readable_teams())::text[])));
create policy reading on records for select to xunji_reader using (
  scope = any ((select whole_scopes())::text[])
  or scope || ' ' || team = any ((select readable_teams())::text[])
  or exists (select from handed h where h.scope = records.scope and h.record = records.id
    and h.scope || ' ' || h.team = any ((select readable_teams())::text[])));
-- Of a file in part of a tour: the record that names it must be visible by the wall above.
create policy reading on attachments for select to xunji_reader using (
  scope = any ((select whole_scopes())::text[])
  or (scope = 'server' and record = current_setting('xunji.account', true))
  or exists (select from records r where r.scope = attachments.scope and r.id = attachments.record));
grant select on handed to xunji_reader;
