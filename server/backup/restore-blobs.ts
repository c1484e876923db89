import { dirname } from 'node:path';
import { makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { blobPath } from '../files/blob-path';
import type { BackupFolder } from './backup-folder';
import type { Manifest } from './backup-manifest';

/** Puts the attachments of a state, checked before, back into the disk store. One that is there already stays as it is. */
export async function restoreBlobs(
  folder: BackupFolder,
  { blobs }: Manifest,
  identity: string,
  directory: string,
  fileSystem: FileSystem,
): Promise<void> {
  for (const { sha256, size } of blobs) {
    const path = blobPath(directory, sha256);
    if (await hasSize(path, size, fileSystem)) continue;
    await makeDirectoryDurably(fileSystem, dirname(path));
    const handle = await fileSystem.open(`${path}.tmp`, 'w');
    try {
      for await (const bytes of await folder.read('blobs', sha256, identity))
        await handle.writeFile(bytes as Uint8Array);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameDurably(fileSystem, `${path}.tmp`, path);
  }
}

async function hasSize(path: string, size: number, fileSystem: FileSystem): Promise<boolean> {
  const found = await fileSystem.stat(path).catch(() => null);
  return found?.size === size;
}
