import type { Query } from './database';

/** Which of these files no change names. That somebody brought one is no name. */
export async function findUnnamed(query: Query, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await query<{ sha256: string }>(
    `select distinct sha256 from attachments where sha256 = any($1::text[]) and scope <> 'server'`,
    [hashes],
  );
  const named = new Set(rows.map(({ sha256 }) => sha256));
  return hashes.filter((sha256) => !named.has(sha256));
}

/** Notes since when nobody named these files; what was noted before stays as it was. Gives how many are new. */
export async function noteUnnamed(query: Query, hashes: readonly string[], since: string): Promise<number> {
  const rows = await query(
    `insert into unnamed_files (scope, sha256, since) select 'server', sha256, $2 from unnest($1::text[]) sha256
     on conflict do nothing returning sha256`,
    [hashes, since],
  );
  return rows.length;
}

/**
 * Of these files, those that were noted before then, locked until the transaction ends: whoever brings or names one of them waits.
 * Those that somebody brings or names just now are passed over.
 */
export async function lockUnnamed(
  query: Query,
  hashes: readonly string[],
  before: string,
): Promise<readonly string[]> {
  const rows = await query<{ sha256: string }>(
    `select sha256 from unnamed_files where scope = 'server' and sha256 = any($1::text[]) and since <= $2
     order by sha256 for update skip locked`,
    [hashes, before],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** They were brought or named, or are gone. */
export async function dropUnnamed(query: Query, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await query(`delete from unnamed_files where scope = 'server' and sha256 = any($1::text[])`, [hashes]);
}

/** Nothing is known of how long a file was not named: the next sweep begins to count. */
export async function forgetUnnamed(query: Query): Promise<void> {
  await query(`delete from unnamed_files`);
}

/** Who has brought these files, as rows of the attachments. */
export async function findBringers(
  query: Query,
  hashes: readonly string[],
): Promise<readonly { readonly sha256: string; readonly record: string }[]> {
  return query(`select sha256, record from attachments where scope = 'server' and sha256 = any($1::text[])`, [
    hashes,
  ]);
}
