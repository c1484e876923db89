import { applyMigrations } from './apply-migrations';
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
import knownIds from './migrations/0010-known-ids.sql?raw';
import rebuilding from './migrations/0011-rebuilding.sql?raw';

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
  knownIds,
  rebuilding,
];

/** Which schema this Xunji works on: its last migration. */
export const schemaNumber = migrations.length;

/** Brings the schema up to date, forward only. Throws when a newer version of Xunji has been here. */
export function migrate(transaction: Pick<Transaction, 'query' | 'script'>): Promise<void> {
  return applyMigrations(transaction, migrations);
}
