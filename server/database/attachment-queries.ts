import type { Query } from './database';

/** A file and the record that names it; in the scope `server` the account that brought it. */
export interface AttachmentRow {
  readonly scope: string;
  readonly sha256: string;
  readonly record: string;
}

export async function insertAttachments(query: Query, rows: readonly AttachmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await query(
    `insert into attachments (scope, sha256, record)
     select scope, sha256, record from unnest($1::text[], $2::text[], $3::text[]) as t(scope, sha256, record)
     on conflict do nothing`,
    [rows.map(({ scope }) => scope), rows.map(({ sha256 }) => sha256), rows.map(({ record }) => record)],
  );
}

/** Whether a record in one of these scopes, that its view shows, names the file, or this account brought it. */
export async function isNamed(
  query: Query,
  sha256: string,
  views: readonly { readonly scope: string; readonly view: string }[],
  account: string,
): Promise<boolean> {
  const rows = await query(
    `select a.scope from attachments a
     left join unnest($2::text[], $3::text[]) as s(scope, view) on s.scope = a.scope
     left join records r on r.scope = a.scope and r.id = a.record
     where a.sha256 = $1 and ((a.scope = 'server' and a.record = $4) or s.view = 'whole'
       or r.team = '' or r.team = any(string_to_array(s.view, '+')) or exists (
         select from handed h where h.scope = a.scope and h.record = a.record
           and (h.team = '' or h.team = any(string_to_array(s.view, '+')))))
       and (a.scope = 'server' or s.view is not null) limit 1`,
    [sha256, views.map(({ scope }) => scope), views.map(({ view }) => view), account],
  );
  return rows.length > 0;
}
