import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BackupFolder } from '../../../server/backup/backup-folder';
import type { Manifest } from '../../../server/backup/backup-manifest';
import { restoreBlobs } from '../../../server/backup/restore-blobs';
import { blobPath } from '../../../server/files/blob-path';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { makeDataDirectory, removeDataDirectory } from '../data-directory';

let directory: string;
beforeAll(async () => (directory = await makeDataDirectory()));
afterAll(() => removeDataDirectory(directory));

const photos = ['unharmed', 'flipped on the disk', 'flipped here and there'].map((text) =>
  Buffer.from(text.padEnd(300)),
);
const hashes = photos.map((bytes) => createHash('sha256').update(bytes).digest('hex'));

test('a file that lies there with its size and other bytes is taken from the backup; one that the backup lacks too is told', async () => {
  const root = join(directory, 'blobs');
  const blobs = openDiskBlobs(root, nodeFileSystem);
  for (const [place, bytes] of photos.entries()) {
    const staging = join(directory, `photo-${place}`);
    await writeFile(staging, bytes);
    await blobs.adopt(staging, hashes[place] ?? '');
  }
  for (const sha256 of hashes.slice(1)) await writeFile(blobPath(root, sha256), 'x'.padEnd(300));

  const asked: string[] = [];
  const folder = {
    read: async (_kind, sha256) => {
      asked.push(sha256);
      return Readable.from([sha256 === hashes[1] ? photos[1] : Buffer.from('y')]);
    },
  } as Partial<BackupFolder> as BackupFolder;
  const manifest = {
    blobs: hashes.map((sha256) => ({ sha256, size: 300 })),
  } as Partial<Manifest> as Manifest;
  const to = { blobs, staging: join(directory, 'attachment.tmp'), fileSystem: nodeFileSystem };
  expect(await restoreBlobs(folder, manifest, '', to)).toEqual([hashes[2]]);
  expect(asked).toEqual(hashes.slice(1));
  expect(await readFile(blobPath(root, hashes[1] ?? ''))).toEqual(photos[1]);
});
