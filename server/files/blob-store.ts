import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errorCode, makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';

/** Attachments by the SHA-256 of their bytes, never changed once there: `blobs/ab/abcd…`. */
export interface BlobStore {
  pathOf(sha256: string): string;
  /** Bytes of an attachment; null when it is not here. */
  size(sha256: string): Promise<number | null>;
  /**
   * Moves a finished file in if its bytes have this hash, else throws the file away with attachment.hashWrong.
   * When it resolves, the attachment survives a power cut.
   */
  adopt(path: string, sha256: string): Promise<Outcome<null>>;
}

export function openBlobStore(directory: string, fileSystem: FileSystem): BlobStore {
  const folderOf = (sha256: string) => join(directory, sha256.slice(0, 2));
  const pathOf = (sha256: string) => join(folderOf(sha256), sha256);
  return {
    pathOf,
    async size(sha256) {
      try {
        return (await fileSystem.stat(pathOf(sha256))).size;
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      }
    },
    async adopt(path, sha256) {
      if ((await hashFile(path)) !== sha256) {
        await fileSystem.rm(path, { force: true });
        return fail(problem('attachment.hashWrong'));
      }
      await syncFile(path, fileSystem);
      await makeDirectoryDurably(fileSystem, folderOf(sha256));
      await renameDurably(fileSystem, path, pathOf(sha256));
      return succeed(null);
    },
  };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function syncFile(path: string, fileSystem: FileSystem): Promise<void> {
  const handle = await fileSystem.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
