import { makeDirectoryDurably } from '../../shared/node/durable-file';
import { newId } from '../../shared/ids/new-id';
import type { Outcome } from '../../shared/outcome';
import type { Database } from '../database/database';
import { openDatabase } from '../database/open';
import { lockDirectory } from '../lock-directory';
import { readSettings } from '../settings';
import type { CommandMachine } from './command';

/**
 * Works on the office's database itself: the PostgreSQL that DATABASE_URL names, also while servers run on it, or the embedded one, of
 * which the server must be stopped. Whoever can type this has the machine anyway, so that nothing is asked of him.
 */
export async function withDatabase<T>(
  data: string | undefined,
  { fileSystem, clock, random, environment }: CommandMachine,
  work: (database: Database) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { directory, databaseUrl } = readSettings(data ? ['--data', data] : [], environment);
  await makeDirectoryDurably(fileSystem, directory);
  const lock = databaseUrl ? null : await lockDirectory(directory);
  if (lock && !lock.ok) return lock;
  try {
    const database = await openDatabase({
      directory,
      url: databaseUrl,
      fileSystem,
      newId: () => newId(clock, random),
      newEpoch: false,
      onFatal: (error) => {
        throw error;
      },
    });
    if (!database.ok) return database;
    try {
      return await work(database.value);
    } finally {
      await database.value.close();
    }
  } finally {
    await lock?.value.release();
  }
}
