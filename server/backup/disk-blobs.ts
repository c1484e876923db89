import { join } from 'node:path';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { sha256Schema } from '../../shared/ids/id';
import { blobPath } from '../files/blob-path';
import type { BackupBlobs } from './write-backup';

/** The attachments of the disk store, `blobs/ab/abcd…`, for a backup. */
export function diskBlobs(directory: string, fileSystem: FileSystem): BackupBlobs {
  return {
    async list() {
      const names: string[] = [];
      for (const folder of await namesIn(directory, fileSystem))
        names.push(...(await namesIn(join(directory, folder), fileSystem)));
      const hashes = names.filter((name) => sha256Schema.safeParse(name).success).sort();
      return Promise.all(
        hashes.map(async (sha256) => ({
          sha256,
          size: (await fileSystem.stat(blobPath(directory, sha256))).size,
        })),
      );
    },
    async read(sha256) {
      const handle = await fileSystem.open(blobPath(directory, sha256), 'r');
      return handle.createReadStream();
    },
  };
}

async function namesIn(directory: string, fileSystem: FileSystem): Promise<readonly string[]> {
  try {
    return await fileSystem.readdir(directory);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
