-- Files of the store that no change named when the sweep last looked, and since when. Whoever brings or names one of them takes its row
-- away, and waits for a sweep that is about to remove it. Not kept in the intake journal: the next sweep finds them again.
create table unnamed_files (
  scope text collate "C" not null check (scope = 'server'),
  sha256 text collate "C" not null,
  since text not null,
  primary key (scope, sha256)
);
alter table unnamed_files enable row level security;

-- The sweep asks of a file in which tours it is named.
create index attachments_files on attachments (sha256);
