import { join } from 'node:path';
import { errorCode, syncDirectory, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { syncTree } from './sync-tree';

const markName = 'database.clean';

/** How many changes the database held when the last process closed it cleanly; null when it did not. */
export async function readCleanMark(dataDirectory: string, fileSystem: FileSystem): Promise<number | null> {
  try {
    const count = Number.parseInt(await fileSystem.readFile(join(dataDirectory, markName), 'utf8'), 10);
    return Number.isNaN(count) ? null : count;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Takes the mark away, durably: to be done before the database is opened, because opening it writes to it. */
export async function removeCleanMark(dataDirectory: string, fileSystem: FileSystem): Promise<void> {
  await fileSystem.rm(join(dataDirectory, markName), { force: true });
  await syncDirectory(fileSystem, dataDirectory);
}

/** Says that the closed database in `directory` is whole: every file of it is fsynced first, which PGlite never does. */
export async function setCleanMark(
  dataDirectory: string,
  directory: string,
  count: number,
  fileSystem: FileSystem,
): Promise<void> {
  await syncTree(directory, fileSystem);
  await syncDirectory(fileSystem, dataDirectory);
  await writeDurably(fileSystem, join(dataDirectory, markName), Buffer.from(`${count}\n`));
}
