import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { sha256Schema } from '../../shared/ids/id';
import { blobPath } from './blob-path';
import type { BlobStore } from './blob-store';

/** Files in a folder, `ab/abcd…`; `adopt` renames, so that uploads must wait on the same disk. */
export function openDiskBlobs(directory: string, fileSystem: FileSystem): BlobStore {
  const pathOf = (sha256: string) => blobPath(directory, sha256);
  /** Folders that are known to be durable. */
  const made = new Set<string>();
  return {
    name: 'disk',
    async size(sha256) {
      try {
        return (await fileSystem.stat(pathOf(sha256))).size;
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      }
    },
    read: async (sha256, from) => createReadStream(pathOf(sha256), { start: from, highWaterMark: 1 << 18 }),
    async adopt(path, sha256) {
      const folder = dirname(pathOf(sha256));
      if (!made.has(folder)) await makeDirectoryDurably(fileSystem, folder);
      made.add(folder);
      await renameDurably(fileSystem, path, pathOf(sha256));
    },
    async *list() {
      for (const folder of await namesIn(directory, fileSystem)) {
        const names = await namesIn(join(directory, folder), fileSystem);
        const hashes = names.filter((name) => sha256Schema.safeParse(name).success);
        const stats = await Promise.all(
          hashes.map((sha256) => fileSystem.stat(pathOf(sha256)).catch(() => null)),
        );
        yield hashes.flatMap((sha256, place) => {
          const found = stats[place];
          return found ? [{ sha256, size: found.size, at: found.mtimeMs }] : [];
        });
      }
    },
    remove: (sha256) => fileSystem.rm(pathOf(sha256), { force: true }),
  };
}

async function namesIn(directory: string, fileSystem: FileSystem): Promise<readonly string[]> {
  try {
    return (await fileSystem.readdir(directory)).toSorted();
  } catch (error) {
    // No folder yet, or a stray file where one is expected.
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw error;
  }
}
