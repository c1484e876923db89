import { join } from 'node:path';
import { errorCode, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/** The embedded database's epoch lives beside it, because the database may be rebuilt and must then be the same one. */
export async function keepEpoch(
  dataDirectory: string,
  fileSystem: FileSystem,
  newId: () => string,
  newEpoch: boolean,
): Promise<string> {
  const path = join(dataDirectory, 'epoch');
  const known = newEpoch ? '' : await readKnown(path, fileSystem);
  if (known) return known;
  const epoch = newId();
  await writeDurably(fileSystem, path, Buffer.from(`${epoch}\n`));
  return epoch;
}

async function readKnown(path: string, fileSystem: FileSystem): Promise<string> {
  try {
    return (await fileSystem.readFile(path, 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
