import { errorCode, syncDirectory } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { dirname } from 'node:path';

export interface DiskReserve {
  /** Sets the space aside where it is not yet and there is enough left besides. */
  keep(): Promise<void>;
  /** Gives the space back to the disk; false where none was set aside. */
  release(): Promise<boolean>;
  /**
   * Whether there is room to write, after the space set aside was given back where that helps. A little is left to the window's
   * database: Chromium closes it at the first write that finds no room at all.
   */
  makeRoom(): Promise<boolean>;
  /** Whether a file, or an import of so many bytes, may be added without coming near the last ones. */
  hasRoomForFiles(bytes?: number): Promise<boolean>;
  describe(): Promise<{ readonly freeBytes: number; readonly reserve: 'kept' | 'used' }>;
}

export interface DiskReserveOptions {
  readonly fileSystem: FileSystem;
  readonly path: string;
  /** Bytes that this user may still write where `path` lies. */
  readonly freeBytes: () => Promise<number>;
  readonly bytes?: number;
}

const chunkBytes = 1 << 20;

/** What an append leaves free, and what a file leaves free for appends. */
const leftBytes = 8 << 20;
const leftByFilesBytes = 24 << 20;

/**
 * Space set aside in good times (64 MiB), given back when the disk is full: what is being typed is still saved, and the person
 * can still sync or export.
 */
export function createDiskReserve({
  fileSystem,
  path,
  freeBytes,
  bytes = 64 << 20,
}: DiskReserveOptions): DiskReserve {
  const isKept = async () => {
    try {
      return (await fileSystem.stat(path)).size >= bytes;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  };

  async function release(): Promise<boolean> {
    try {
      await fileSystem.unlink(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
    await syncDirectory(fileSystem, dirname(path));
    return true;
  }

  async function keep(): Promise<void> {
    // Twice the space, so that setting it aside is not itself what fills the disk.
    if ((await isKept()) || (await freeBytes()) < bytes * 2) return;
    const handle = await fileSystem.open(path, 'w');
    try {
      // Written, not only lengthened: a hole in a file keeps nothing free.
      const chunk = Buffer.alloc(chunkBytes, 0x5a);
      for (let at = 0; at < bytes; at += chunkBytes)
        await handle.write(chunk, 0, Math.min(chunkBytes, bytes - at), at);
      await handle.sync();
    } catch (error) {
      // Filled from elsewhere meanwhile: a part of it would only stand in the way.
      await fileSystem.rm(path, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  const hasRoom = async () => (await freeBytes()) >= leftBytes;

  return {
    keep,
    release,
    makeRoom: async () => (await hasRoom()) || ((await release()) && (await hasRoom())),
    hasRoomForFiles: async (more = 0) => (await freeBytes()) >= leftByFilesBytes + more,
    describe: async () => ({ freeBytes: await freeBytes(), reserve: (await isKept()) ? 'kept' : 'used' }),
  };
}
