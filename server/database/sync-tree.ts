import { join } from 'node:path';
import { syncDirectory } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/** So many files at once: a disk flushes a thousand small ones far faster together than one by one, and a process may not open as many as it likes. */
const together = 64;

/** Makes a directory durable with all that is in it. */
export async function syncTree(directory: string, fileSystem: FileSystem): Promise<void> {
  const entries = await fileSystem.readdir(directory, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => join(directory, name));
  for (let at = 0; at < files.length; at += together)
    await Promise.all(files.slice(at, at + together).map((path) => syncFile(path, fileSystem)));
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
