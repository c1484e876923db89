import { join } from 'node:path';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/** So many files at once. */
const together = 32;

/** How many bytes the files in a directory and below it have, without what `leaves` names by its path inside; a file that goes meanwhile has none. */
export async function treeBytes(
  directory: string,
  fileSystem: FileSystem,
  leaves: (path: string) => boolean,
  inside = '',
): Promise<number> {
  const entries = await fileSystem.readdir(join(directory, inside), { withFileTypes: true });
  const paths = entries.map((entry) => ({ entry, path: join(inside, entry.name) }));
  const files = paths.filter(({ entry, path }) => entry.isFile() && !leaves(path));
  let bytes = 0;
  for (let at = 0; at < files.length; at += together) {
    const sizes = await Promise.all(
      files.slice(at, at + together).map(({ path }) => sizeOf(join(directory, path), fileSystem)),
    );
    bytes += sizes.reduce((sum, size) => sum + size, 0);
  }
  for (const { entry, path } of paths)
    if (entry.isDirectory()) bytes += await treeBytes(directory, fileSystem, leaves, path);
  return bytes;
}

async function sizeOf(path: string, fileSystem: FileSystem): Promise<number> {
  try {
    return (await fileSystem.stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}
