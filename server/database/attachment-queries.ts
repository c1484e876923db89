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

/** Whether a record in one of these scopes names the file, or this account brought it. */
export async function isNamed(
  query: Query,
  sha256: string,
  scopes: readonly string[],
  account: string,
): Promise<boolean> {
  const rows = await query(
    `select scope from attachments
     where sha256 = $1 and (scope = any($2::text[]) or (scope = 'server' and record = $3)) limit 1`,
    [sha256, scopes, account],
  );
  return rows.length > 0;
}
