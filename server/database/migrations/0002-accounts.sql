-- Who may do what. These tables live in the scope 'server': few rows, read with every request; a distributed database keeps a copy of
-- them on each of its nodes (docs/scaling.md).

-- `kept` counts the entries of the intake journal that this database holds: how the embedded one knows that it lacks nothing.
alter table server drop column single;
alter table server add column scope text collate "C" primary key default 'server' check (scope = 'server');
alter table server add column kept integer not null default 0;
update server set kept = (select coalesce(sum(last_number), 0) from scopes);

create table accounts (
  scope text collate "C" not null,
  id text collate "C" not null,
  login text collate "C" not null,
  name text not null,
  role text not null check (role in ('inspector', 'secretary', 'administrator', 'leader')),
  person text collate "C" not null,
  disabled boolean not null,
  password text not null,
  made_at text not null,
  primary key (scope, id),
  unique (scope, login)
);

create table devices (
  scope text collate "C" not null,
  id text collate "C" not null,
  account text collate "C" not null,
  name text not null,
  signing_key text not null,
  sealing_key text not null,
  version text not null,
  enrolled_at text not null,
  revoked_at text not null,
  primary key (scope, id)
);

-- What a device told when it last came. Not kept in the intake journal: it is known again at the next contact.
create table contacts (
  scope text collate "C" not null,
  device text collate "C" not null,
  at text not null,
  version text not null,
  pending integer not null,
  primary key (scope, device)
);

-- A code's first characters are its name, the rest is known as a hash only.
create table codes (
  scope text collate "C" not null,
  name text collate "C" not null,
  hash text not null,
  account text collate "C" not null,
  made_at text not null,
  expires_at text not null,
  tries integer not null,
  spent_by text collate "C" not null,
  primary key (scope, name)
);

-- `team` is empty for the whole tour. `source`: 'made' by who began the tour, 'given' by an administrator.
create table grants (
  scope text collate "C" not null,
  account text collate "C" not null,
  tour text collate "C" not null,
  team text collate "C" not null,
  source text not null check (source in ('made', 'given')),
  primary key (scope, account, tour, team, source)
);

-- The people whom the team records name. Told apart from grants, because an account may get its person later.
create table members (
  scope text collate "C" not null,
  person text collate "C" not null,
  tour text collate "C" not null,
  team text collate "C" not null,
  primary key (scope, person, tour, team)
);

-- `times`: when the last few tries were, so that no span of a quarter of an hour holds more of them than it may.
create table tries (
  scope text collate "C" not null,
  subject text collate "C" not null,
  times text not null,
  primary key (scope, subject)
);

create table secrets (
  scope text collate "C" not null,
  name text collate "C" not null,
  secret text not null,
  primary key (scope, name)
);

-- A chain for each scope: whoever writes holds that scope's lock already, so that the chain makes nobody wait.
create table audit (
  scope text collate "C" not null,
  number integer not null,
  at text not null,
  account text not null,
  device text not null,
  act text not null,
  subject text not null,
  count integer not null,
  previous text not null,
  hash text not null,
  primary key (scope, number)
);

-- The end of each chain, so that a cut tail is seen.
create table audit_heads (
  scope text collate "C" not null,
  number integer not null,
  hash text not null,
  primary key (scope)
);

create function refuse_audit_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at::timestamptz < now() - interval '180 days' then return old; end if;
  raise exception 'The audit log is only ever appended to.';
end $$;
create trigger audit_is_append_only before update or delete on audit
  for each row execute function refuse_audit_edit();
create trigger audit_is_not_emptied before truncate on audit
  for each statement execute function refuse_audit_edit();
