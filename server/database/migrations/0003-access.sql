-- Which record names which file, so that a file is given only to who may see such a record. In the scope 'server' the record is the account
-- that brought the file: a laptop asks for what it sent before the record that names it has come.
create table attachments (
  scope text collate "C" not null,
  sha256 text collate "C" not null,
  record text collate "C" not null,
  primary key (scope, sha256, record)
);

-- From what was accepted before. By its text, because json's operators refuse a document with \u0000 anywhere in it; a change begins
-- with its ids, and what a person typed cannot hold an unescaped quotation mark.
insert into attachments (scope, sha256, record)
select scope, substring(body::text from '"sha256":\{"value":"([0-9a-f]{64})"'), substring(body::text from '"record":"([^"]+)"')
from changes
where body::text ~ '"kind":"attachment"' and body::text ~ '"sha256":\{"value":"[0-9a-f]{64}"'
on conflict do nothing;

-- The second wall: what a request is answered with is read in this role, which sees only what the account may see, whatever the
-- program above it forgot. Where the server's user may not make roles, its administrator makes this one first (docs/security.md).
do $$ begin
  -- Looked for first: PostgreSQL asks for the right to make a role before it says that it is there.
  if not exists (select from pg_roles where rolname = 'xunji_reader') then
    create role xunji_reader nologin;
  end if;
exception
  -- Two servers of one cluster that start at once.
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'This user may not make the role xunji_reader. Let an administrator of PostgreSQL run: create role xunji_reader nologin; grant xunji_reader to %;', current_user;
end $$;
do $$ begin
  -- From PostgreSQL 16 on, being a member does not mean that one may take the role on.
  if not pg_has_role(current_user, 'xunji_reader',
      case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) then
    execute format('grant xunji_reader to %I', current_user);
  end if;
end $$;

-- Both functions look past the walls of the tables that they ask, and so must not be fooled about where those are.
create function is_administrator() returns boolean language sql stable security definer set search_path from current as $$
  select current_setting('xunji.account', true) = 'office' or exists (
    select from accounts where scope = 'server' and id = current_setting('xunji.account', true)
      and role = 'administrator' and not disabled)
$$;

-- The scopes that the account of this transaction reads.
create function readable_scopes() returns text[] language sql stable security definer set search_path from current as $$
  select case
    when is_administrator() then (select coalesce(array_agg(scope), '{}') from scopes)
    else (
      select coalesce(array_agg(distinct reached.tour), '{}') from accounts a cross join lateral (
        select 'office' as tour
        union all select g.tour from grants g where g.scope = a.scope and g.account = a.id
        union all select m.tour from members m where m.scope = a.scope and m.person = a.person and a.person <> ''
      ) reached
      where a.scope = 'server' and a.id = current_setting('xunji.account', true) and not a.disabled)
  end
$$;

alter table scopes enable row level security;
alter table changes enable row level security;
alter table records enable row level security;
alter table attachments enable row level security;
create policy reading on scopes for select to xunji_reader using (scope = any ((select readable_scopes())::text[]));
create policy reading on changes for select to xunji_reader using (scope = any ((select readable_scopes())::text[]));
create policy reading on records for select to xunji_reader using (scope = any ((select readable_scopes())::text[]));
create policy reading on attachments for select to xunji_reader using (
  scope = any ((select readable_scopes())::text[])
  or (scope = 'server' and record = current_setting('xunji.account', true)));
grant select on scopes, changes, records, attachments to xunji_reader;
-- So that a request need not change its role once more at its end, to note what the intake journal holds.
grant select (kept), update (kept) on server to xunji_reader;

-- Lists for administrators. Passwords, codes, tries and secrets are granted to nobody: only the server's own role reads them.
alter table accounts enable row level security;
alter table devices enable row level security;
alter table contacts enable row level security;
alter table grants enable row level security;
alter table audit enable row level security;
alter table audit_heads enable row level security;
create policy reading on accounts for select to xunji_reader using ((select is_administrator()));
create policy reading on devices for select to xunji_reader using ((select is_administrator()));
create policy reading on contacts for select to xunji_reader using ((select is_administrator()));
create policy reading on grants for select to xunji_reader using ((select is_administrator()));
create policy reading on audit for select to xunji_reader using ((select is_administrator()));
create policy reading on audit_heads for select to xunji_reader using ((select is_administrator()));
grant select on accounts, devices, contacts, grants, audit, audit_heads to xunji_reader;
