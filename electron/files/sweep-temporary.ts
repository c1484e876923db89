import { join } from 'node:path';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/** Removes what `writeDurably` had begun beside its files when the machine stopped. To be done at the start, before anything is written. */
export async function sweepTemporary(fileSystem: FileSystem, directories: readonly string[]): Promise<void> {
  for (const directory of directories) {
    for (const name of await namesIn(fileSystem, directory))
      if (name.endsWith('.tmp')) await fileSystem.rm(join(directory, name), { force: true });
  }
}

async function namesIn(fileSystem: FileSystem, directory: string): Promise<readonly string[]> {
  try {
    return await fileSystem.readdir(directory);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
