import type { Query } from './database';

/** A file and the record that names it; in the scope `server` the account that brought it. */
export interface AttachmentRow {
  readonly scope: string;
  readonly sha256: string;
  readonly record: string;
}

/** The sweep leaves them alone from here on. */
export async function insertAttachments(query: Query, rows: readonly AttachmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await query(
    `with kept as (delete from unnamed_files where scope = 'server' and sha256 = any($2::text[]))
     insert into attachments (scope, sha256, record)
     select scope, sha256, record from unnest($1::text[], $2::text[], $3::text[]) as t(scope, sha256, record)
     on conflict do nothing`,
    [rows.map(({ scope }) => scope), rows.map(({ sha256 }) => sha256), rows.map(({ record }) => record)],
  );
}

/** What is known of a file where a record names it, or an account brought it. */
export interface NamedFile extends AttachmentRow {
  /** Its readers may have it: one of them has brought it. */
  readonly is_held: boolean;
  /** The hash of its small picture; '' for none. */
  readonly thumb: string;
}

/**
 * What is known of these files in the tours that the account reaches for which this transaction asks, or where it has brought them. In all teams of a tour: a courier brings photos of records that they do not see themselves.
 */
export async function findNamed(
  query: Query,
  hashes: readonly string[],
  account: string,
): Promise<readonly NamedFile[]> {
  return query(
    `select scope, sha256, record, is_held, thumb from attachments
     where sha256 = any($1::text[])
       and (scope = any(readable_scopes()) or (scope = 'server' and record = $2))`,
    [hashes, account],
  );
}

/**
 * Until the transaction ends, nobody else notes files that this account names or brings. Of two at once each would miss what the other one has not
 * committed: a file that is named and here would be nobody's to read.
 */
export async function lockFilesOf(query: Query, account: string): Promise<void> {
  await query(`select pg_advisory_xact_lock(hashtextextended('files of ' || $1::text, 0))`, [account]);
}

/** What this account brought of these files. */
export async function findBrought(
  query: Query,
  hashes: readonly string[],
  account: string,
): Promise<readonly NamedFile[]> {
  return query(
    `select scope, sha256, record, is_held, thumb from attachments
     where scope = 'server' and sha256 = any($1::text[]) and record = $2`,
    [hashes, account],
  );
}

/** What is known of these files where a record in one of these scopes names them, that its view shows, or this account brought them. */
export async function findReadable(
  query: Query,
  hashes: readonly string[],
  views: readonly { readonly scope: string; readonly view: string }[],
  account: string,
): Promise<readonly NamedFile[]> {
  return query(
    `select a.scope, a.sha256, a.record, a.is_held, a.thumb from attachments a
     left join unnest($2::text[], $3::text[]) as s(scope, view) on s.scope = a.scope
     left join records r on r.scope = a.scope and r.id = a.record
     where a.sha256 = any($1::text[]) and ((a.scope = 'server' and a.record = $4) or s.view = 'whole'
       or r.team = '' or r.team = any(string_to_array(s.view, '+')) or exists (
         select from handed h where h.scope = a.scope and h.record = a.record
           and (h.team = '' or h.team = any(string_to_array(s.view, '+')))))
       and (a.scope = 'server' or s.view is not null)
     order by a.scope, a.record`,
    [hashes, views.map(({ scope }) => scope), views.map(({ view }) => view), account],
  );
}
