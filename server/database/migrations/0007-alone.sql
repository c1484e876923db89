-- A record that one change made is that change: `change` names it, and it is not written a second time. Either of the two is there.
alter table records add column change text collate "C";
alter table records alter column state drop not null;
alter table records add constraint records_told check ((state is null) <> (change is null));
