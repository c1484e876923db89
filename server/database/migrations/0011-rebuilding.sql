-- A database that is made again from its journal takes away what was taken away once, and its clock may be behind that: a battery that
-- is empty after a power cut. So whoever replays says so, for the one transaction.
create or replace function refuse_audit_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if current_setting('xunji.rebuilding', true) = 'on' or old.at::timestamptz < now() - interval '180 days' then
      return old;
    end if;
  end if;
  raise exception 'The audit log is only ever appended to.';
end $$;
