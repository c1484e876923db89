import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FileSystem } from '../../shared/node/file-system';
import type { BlobStore } from '../files/blob-store';
import { asFarAsItReads } from './as-far-as-it-reads';
import type { BackupFolder } from './backup-folder';
import type { Manifest } from './backup-manifest';

/**
 * Puts the attachments of a state back into the store, each compared with its SHA-256 on the way: a gigabyte is not deciphered
 * twice. One that is there already, whole, stays as it is. Gives those that the backup no longer has whole. `staging` is a file on the disk
 * of the store; `onStep` hears of each attachment.
 */
export async function restoreBlobs(
  folder: BackupFolder,
  { blobs }: Manifest,
  identity: string,
  to: { readonly blobs: BlobStore; readonly staging: string; readonly fileSystem: FileSystem },
  onStep: () => void = () => undefined,
): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const { sha256, size } of blobs) {
    onStep();
    const there = await to.blobs.size(sha256);
    if (there === size && (await isWhole(to.blobs, sha256))) continue;
    if (await writeWhole(() => folder.read('blobs', sha256, identity), sha256, to.staging, to.fileSystem)) {
      // A store takes a name that it has for the file that it names.
      if (there !== null) await to.blobs.remove(sha256);
      await to.blobs.adopt(to.staging, sha256);
    } else {
      await to.fileSystem.rm(to.staging, { force: true });
      lost.push(sha256);
    }
  }
  return lost;
}

/** A disk may have changed what lies on it. A bucket checks its files itself, and to read them all back may take days. */
async function isWhole(blobs: BlobStore, sha256: string): Promise<boolean> {
  if (blobs.name !== 'disk') return true;
  const hash = createHash('sha256');
  for await (const bytes of asFarAsItReads(() => blobs.read(sha256, 0))) hash.update(bytes);
  return hash.digest('hex') === sha256;
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
