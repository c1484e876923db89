import type { BlobStore } from '../files/blob-store';
import type { BackupBlobs } from './write-backup';

/** The attachments of a store, a folder or a bucket, for a backup. */
export function storeBlobs(blobs: BlobStore): BackupBlobs {
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
