import type { Query } from './database';

/** When the last tries of each of these subjects were, in milliseconds; those of which nothing is known are not among them. */
export async function readTries(
  query: Query,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await query<{ subject: string; times: string }>(
    `select subject, times from tries where scope = 'server' and subject = any($1::text[])`,
    [subjects],
  );
  return new Map(rows.map(({ subject, times }) => [subject, listOf(times)]));
}

/** When the last tries of a subject were, in milliseconds, held until the transaction ends. */
export async function lockTries(query: Query, subject: string): Promise<readonly number[]> {
  const [row] = await query<{ times: string }>(
    `insert into tries (scope, subject, times) values ('server', $1, '')
     on conflict (scope, subject) do update set times = tries.times returning times`,
    [subject],
  );
  return listOf(row?.times ?? '');
}

function listOf(times: string): readonly number[] {
  return times.split(',').filter(Boolean).map(Number);
}
