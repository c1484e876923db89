-- Naming a file by its hash is not having it: its readers get it when somebody who sees the record has brought the file, or had it and
-- may read it elsewhere. What was there before counts as brought.
alter table attachments add column is_held boolean not null default true;
alter table attachments alter column is_held set default false;

-- The hash of the small picture that was brought with it, '' for none: whoever names a file in a tour of their own can neither see
-- another's picture nor have another one shown in its place.
alter table attachments add column thumb text collate "C" not null default '';
