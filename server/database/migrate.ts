import type { Transaction } from './database';
import changesTables from './migrations/0001-changes.sql?raw';
import accountTables from './migrations/0002-accounts.sql?raw';
import accessTables from './migrations/0003-access.sql?raw';
import teamTables from './migrations/0004-teams.sql?raw';
import fileColumns from './migrations/0005-files.sql?raw';
import unnamedFiles from './migrations/0006-unnamed-files.sql?raw';
import aloneChanges from './migrations/0007-alone.sql?raw';
import openItems from './migrations/0008-open-items.sql?raw';
import droppedTours from './migrations/0009-dropped.sql?raw';

/** In order, never edited once landed: a mistake is mended by the next one. Imported as text, so that a bundle holds them. */
const migrations: readonly string[] = [
  changesTables,
  accountTables,
  accessTables,
  teamTables,
  fileColumns,
  unnamedFiles,
  aloneChanges,
  openItems,
  droppedTours,
];

/** Which schema this Xunji works on: its last migration. */
export const schemaNumber = migrations.length;

/** Two servers that start on one PostgreSQL at once must not both migrate. */
const lockNumber = 0x78_75_6e_6a;

/**
 * Brings the schema up to date, forward only, in the transaction given: after a kill either all of it happened or nothing.
 * Throws when a newer version of Xunji has been here.
 */
export async function migrate({ query, script }: Pick<Transaction, 'query' | 'script'>): Promise<void> {
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
