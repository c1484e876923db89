import type { FileSystem } from '../../shared/node/file-system';
import { openDiskBlobs } from '../files/disk-blobs';
import type { BackupBlobs } from './write-backup';

/** The attachments of the disk store, for a backup. */
export function diskBlobs(directory: string, fileSystem: FileSystem): BackupBlobs {
  const blobs = openDiskBlobs(directory, fileSystem);
  return {
    async list() {
      const files: { readonly sha256: string; readonly size: number }[] = [];
      for await (const page of blobs.list())
        files.push(...page.map(({ sha256, size }) => ({ sha256, size })));
      return files;
    },
    read: (sha256) => blobs.read(sha256, 0),
  };
}
