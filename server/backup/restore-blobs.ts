import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { blobPath } from '../files/blob-path';
import type { BackupFolder } from './backup-folder';
import type { Manifest } from './backup-manifest';

/**
 * Puts the attachments of a state back into the disk store, each compared with its SHA-256 on the way: a gigabyte is not deciphered
 * twice. One that is there already stays as it is. Gives those that the backup no longer has whole.
 */
export async function restoreBlobs(
  folder: BackupFolder,
  { blobs }: Manifest,
  identity: string,
  directory: string,
  fileSystem: FileSystem,
): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const { sha256, size } of blobs) {
    const path = blobPath(directory, sha256);
    if (await hasSize(path, size, fileSystem)) continue;
    await makeDirectoryDurably(fileSystem, dirname(path));
    if (await writeWhole(() => folder.read('blobs', sha256, identity), sha256, `${path}.tmp`, fileSystem))
      await renameDurably(fileSystem, `${path}.tmp`, path);
    else {
      await fileSystem.rm(`${path}.tmp`, { force: true });
      lost.push(sha256);
    }
  }
  return lost;
}

/** Whether the bytes that were read are those of the hash. What fails in writing is thrown. */
async function writeWhole(
  read: () => Promise<Readable>,
  sha256: string,
  path: string,
  fileSystem: FileSystem,
): Promise<boolean> {
  const hash = createHash('sha256');
  const handle = await fileSystem.open(path, 'w');
  try {
    for await (const bytes of asFarAsItReads(read)) {
      hash.update(bytes);
      await handle.writeFile(bytes);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex') === sha256;
}

/** A file that is not there, is cut or was changed ends early; its hash then tells. */
async function* asFarAsItReads(read: () => Promise<Readable>): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of await read()) yield bytes as Uint8Array;
  } catch {
    // Told by the hash.
  }
}

async function hasSize(path: string, size: number, fileSystem: FileSystem): Promise<boolean> {
  const found = await fileSystem.stat(path).catch(() => null);
  return found?.size === size;
}
