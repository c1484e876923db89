-- Every table is keyed by scope (a tour, or the office's register): what travels together is numbered, locked and read together.

create table server (
  single boolean primary key default true check (single),
  epoch text not null
);

-- The row is the lock under which a scope's changes are numbered: without it a number may be committed after a later one was read.
create table scopes (
  scope text collate "C" primary key,
  last_number integer not null
);

-- json, not jsonb: jsonb refuses \u0000 and lone surrogates, and whatever a person typed must fit.
create table changes (
  scope text collate "C" not null,
  number integer not null,
  id text collate "C" not null,
  device text not null,
  body json not null,
  primary key (scope, number),
  unique (scope, id)
);

create table records (
  scope text collate "C" not null,
  id text collate "C" not null,
  kind text not null,
  state json not null,
  primary key (scope, id)
);
