import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
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
    read: async (sha256, from) => createReadStream(pathOf(sha256), { start: from }),
    async adopt(path, sha256) {
      const folder = dirname(pathOf(sha256));
      if (!made.has(folder)) await makeDirectoryDurably(fileSystem, folder);
      made.add(folder);
      await renameDurably(fileSystem, path, pathOf(sha256));
    },
  };
}
