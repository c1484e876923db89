import type { Query } from './database';

/** When the last tries of a subject were, in milliseconds, held until the transaction ends. */
export async function lockTries(query: Query, subject: string): Promise<readonly number[]> {
  const [row] = await query<{ times: string }>(
    `insert into tries (scope, subject, times) values ('server', $1, '')
     on conflict (scope, subject) do update set times = tries.times returning times`,
    [subject],
  );
  return (row?.times ?? '').split(',').filter(Boolean).map(Number);
}
