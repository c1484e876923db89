import type { Transaction } from './database';

/** Two servers that start on one PostgreSQL at once must not both migrate. */
const lockNumber = 0x78_75_6e_6a;

/**
 * Brings the schema up to date with a list of migrations, forward only, in the transaction given: after a kill either all of it happened or
 * nothing. Throws when a newer version of Xunji has been here.
 */
export async function applyMigrations(
  { query, script }: Pick<Transaction, 'query' | 'script'>,
  migrations: readonly string[],
): Promise<void> {
  await query(`select pg_advisory_xact_lock($1::integer)`, [lockNumber]);
  await script(`create table if not exists migrations (number integer primary key)`);
  const rows = await query<{ number: number }>(`select coalesce(max(number), 0) as number from migrations`);
  const done = rows[0]?.number ?? 0;
  if (done > migrations.length)
    throw new Error(`The database is at migration ${done}, this Xunji knows ${migrations.length} only.`);
  for (const [index, sql] of migrations.slice(done).entries()) {
    await script(sql);
    await query(`insert into migrations (number) values ($1)`, [done + index + 1]);
  }
}
