import { join } from 'node:path';
import { syncDirectory } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/** Makes a directory durable with all that is in it. All files of a directory at once: a disk flushes a thousand small files far faster together than one by one. */
export async function syncTree(directory: string, fileSystem: FileSystem): Promise<void> {
  const entries = await fileSystem.readdir(directory, { withFileTypes: true });
  await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => syncFile(join(directory, entry.name), fileSystem)),
  );
  for (const entry of entries)
    if (entry.isDirectory()) await syncTree(join(directory, entry.name), fileSystem);
  await syncDirectory(fileSystem, directory);
}

/** Opened for writing, because Windows flushes no file that is open for reading only. */
async function syncFile(path: string, fileSystem: FileSystem): Promise<void> {
  const handle = await fileSystem.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
