-- What a hub carried and does not carry any more. A tour that comes back goes on behind its last number, which no cursor has passed.
-- While it is pending, what is left of it beside the tables has not gone yet: of `files` and of their small pictures (hashes with spaces
-- between) those that nothing else names.
create table dropped (
  scope text collate "C" not null check (scope = 'server'),
  tour text collate "C" not null,
  last integer not null,
  pending boolean not null,
  files text not null,
  thumbs text not null,
  primary key (scope, tour)
);
alter table dropped enable row level security;
