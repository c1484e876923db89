import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { errorCode, makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import type { BlobStore } from './blob-store';

/** Files in a folder, `ab/abcd…`; `adopt` renames, so that uploads must wait on the same disk. */
export function openDiskBlobs(directory: string, fileSystem: FileSystem): BlobStore {
  const folderOf = (sha256: string) => join(directory, sha256.slice(0, 2));
  const pathOf = (sha256: string) => join(folderOf(sha256), sha256);
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
      await syncFile(path, fileSystem);
      await makeDirectoryDurably(fileSystem, folderOf(sha256));
      await renameDurably(fileSystem, path, pathOf(sha256));
    },
  };
}

async function syncFile(path: string, fileSystem: FileSystem): Promise<void> {
  const handle = await fileSystem.open(path, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
