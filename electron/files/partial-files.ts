import { type Hash, createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/** What nobody went on with for this long is thrown away at the next start. */
const patienceMillis = 30 * 24 * 60 * 60 * 1000;

/** A file that is being fetched. */
export interface PartialFile {
  /** Bytes that are here; the next ones are to follow them. */
  size(): number;
  append(bytes: Uint8Array): Promise<void>;
  /** Begins anew. */
  restart(): Promise<void>;
  isWhole(): boolean;
  /** Moves it to its place if its bytes have its hash, durably; otherwise throws it away and tells false. */
  finish(): Promise<boolean>;
  /** Keeps what is here for the next time. */
  close(): Promise<void>;
  discard(): Promise<void>;
}

export interface PartialFiles {
  open(sha256: string): Promise<PartialFile>;
}

/** Files that were fetched in part, by the hash that they will have: they go on where they were cut, also after a restart. */
export async function openPartialFiles(
  fileSystem: FileSystem,
  directory: string,
  pathOf: (sha256: string) => string,
  clock: () => number,
): Promise<PartialFiles> {
  await makeDirectoryDurably(fileSystem, directory);
  for (const name of await fileSystem.readdir(directory)) {
    const path = join(directory, name);
    if ((await fileSystem.stat(path)).mtimeMs < clock() - patienceMillis)
      await fileSystem.rm(path, { recursive: true, force: true });
  }
  return {
    async open(sha256) {
      const path = join(directory, sha256);
      const handle = await openOrMake(fileSystem, path);
      let { size } = await handle.stat();
      let hash = await hashFile(path, size);
      const discard = async () => {
        await handle.close();
        await fileSystem.rm(path, { force: true });
      };
      return {
        size: () => size,
        async append(bytes) {
          for (let written = 0; written < bytes.length;) {
            const step = await handle.write(bytes, written, bytes.length - written, size + written);
            written += step.bytesWritten;
          }
          hash.update(bytes);
          size += bytes.length;
        },
        async restart() {
          await handle.truncate(0);
          hash = createHash('sha256');
          size = 0;
        },
        isWhole: () => hash.copy().digest('hex') === sha256,
        async finish() {
          if (hash.digest('hex') !== sha256) {
            await discard();
            return false;
          }
          await handle.sync();
          await handle.close();
          await makeDirectoryDurably(fileSystem, dirname(pathOf(sha256)));
          await renameDurably(fileSystem, path, pathOf(sha256));
          return true;
        },
        close: () => handle.close(),
        discard,
      };
    },
  };
}

async function openOrMake(fileSystem: FileSystem, path: string): ReturnType<FileSystem['open']> {
  try {
    return await fileSystem.open(path, 'r+');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return fileSystem.open(path, 'w+');
  }
}

async function hashFile(path: string, size: number): Promise<Hash> {
  const hash = createHash('sha256');
  if (size > 0) for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash;
}
