import { join } from 'node:path';
import type { FileSystem } from '../../shared/node/file-system';
import type { Settings } from '../settings';
import type { BlobStore } from './blob-store';
import { openDiskBlobs } from './disk-blobs';

/** Originals and small pictures, on the disk of the data directory or in the bucket that the settings name. */
export async function openFiles(
  { directory, s3 }: Pick<Settings, 'directory' | 's3'>,
  fileSystem: FileSystem,
): Promise<{ readonly blobs: BlobStore; readonly thumbs: BlobStore }> {
  if (!s3)
    return {
      blobs: openDiskBlobs(join(directory, 'blobs'), fileSystem),
      thumbs: openDiskBlobs(join(directory, 'thumbs'), fileSystem),
    };
  // Loaded where there is a bucket: a third of a second of each start.
  const { openS3Blobs, openS3Client } = await import('./s3-blobs');
  const client = openS3Client(s3);
  return {
    blobs: openS3Blobs(client, s3.bucket, 'blobs', true, fileSystem),
    thumbs: openS3Blobs(client, s3.bucket, 'thumbs', false, fileSystem),
  };
}
