import { makeDirectoryDurably } from '../../shared/node/durable-file';
import { newId } from '../../shared/ids/new-id';
import type { Outcome } from '../../shared/outcome';
import { openDatabase } from '../database/open';
import { openFiles } from '../files/open-files';
import { freeBytesOf } from '../free-bytes';
import { lockDirectory } from '../lock-directory';
import { sayProblem } from '../say-problem';
import { readSettings } from '../settings';
import { chooseTls } from '../tls/choose-tls';
import { tellCards } from '../tls/tell-cards';
import type { CommandMachine, CommandOffice } from './command';

/**
 * Works on the office itself: that of the server which does the command, the PostgreSQL that DATABASE_URL names, also while servers
 * run on it, or the embedded one. Where a server holds that one the outcome says so, and the command is handed to it (run-command.ts).
 * Whoever can type this has the machine anyway, so that nothing is asked of him.
 */
export async function withOffice<T>(
  data: string | undefined,
  { fileSystem, clock, random, environment, office }: CommandMachine,
  work: (office: CommandOffice) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (office) return work(office);
  const settings = readSettings(data ? ['--data', data] : [], environment);
  const { directory, databaseUrl } = settings;
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
      freeBytes: () => freeBytesOf(directory),
      say: sayProblem,
      onFatal: () => undefined, // told by the error that follows it
    });
    if (!database.ok) return database;
    try {
      const door = tellCards(settings, await chooseTls(settings, fileSystem), settings.port);
      const { blobs } = await openFiles(settings, fileSystem);
      return await work({ database: database.value, blobs, directory, door });
    } finally {
      await database.value.close();
    }
  } finally {
    await lock?.value.release();
  }
}
