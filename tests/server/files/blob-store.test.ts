import { createHash, randomBytes } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BlobStore, StoredFile } from '../../../server/files/blob-store';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import { openS3Blobs, openS3Client } from '../../../server/files/s3-blobs';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { makeDataDirectory, removeDataDirectory } from '../data-directory';
import { type S3Server, startS3Server } from './s3-server';

/** Another S3 may be named, with its credentials in AWS_…; its bucket is made. */
const other = process.env['XUNJI_TEST_S3'];
let s3: S3Server;
let directory: string;

beforeAll(async () => {
  directory = await makeDataDirectory();
  s3 = await startS3Server();
  if (!other) vi.stubEnv('AWS_ACCESS_KEY_ID', 'sample-key');
  if (!other) vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'sample-secret');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await s3.close();
  await removeDataDirectory(directory);
});

const s3Settings = () => ({ bucket: 'files', endpoint: other ?? s3.url, region: 'us-east-1' });

async function fileOf(bytes: Uint8Array) {
  const path = join(directory, randomBytes(8).toString('hex'));
  await writeFile(path, bytes);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
}

describe.each(['disk', 's3'] as const)('Blobs: %s', (name) => {
  let blobs: BlobStore;
  beforeAll(async () => {
    if (name === 'disk') blobs = openDiskBlobs(join(directory, 'blobs'), nodeFileSystem);
    else {
      const client = openS3Client(s3Settings());
      if (other) await client.send(new CreateBucketCommand({ Bucket: 'files' }));
      blobs = openS3Blobs(client, 'files', 'blobs', true, nodeFileSystem);
    }
  });

  test('says which it is', () => expect(blobs.name).toBe(name));

  test('a file that was adopted is there as it was, from any byte on, and gone where it lay', async () => {
    const bytes = randomBytes(700_000);
    const { path, sha256 } = await fileOf(bytes);
    expect(await blobs.size(sha256)).toBeNull();
    await blobs.adopt(path, sha256);
    expect(await blobs.size(sha256)).toBe(bytes.length);
    expect((await buffer(await blobs.read(sha256, 0))).equals(bytes)).toBe(true);
    expect((await buffer(await blobs.read(sha256, 699_000))).equals(bytes.subarray(699_000))).toBe(true);
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a file without a byte is a file too', async () => {
    const { path, sha256 } = await fileOf(new Uint8Array());
    await blobs.adopt(path, sha256);
    expect(await blobs.size(sha256)).toBe(0);
  });

  test('a list names every file once with its size, and what was removed no more', async () => {
    const sizes = [10, 20, 30, 40, 50];
    const files = await Promise.all(sizes.map((size) => fileOf(randomBytes(size))));
    await Promise.all(files.map(({ path, sha256 }) => blobs.adopt(path, sha256)));
    const listed = async () => {
      const all: StoredFile[] = [];
      for await (const page of blobs.list()) all.push(...page);
      return files.map(({ sha256 }) => all.filter((one) => one.sha256 === sha256).map(({ size }) => size));
    };
    expect(await listed()).toEqual(sizes.map((size) => [size]));
    const [first] = files;
    for (const _ of ['once', 'twice']) await blobs.remove(first?.sha256 ?? '');
    expect(await listed()).toEqual([[], ...sizes.slice(1).map((size) => [size])]);
    expect(await blobs.size(first?.sha256 ?? '')).toBeNull();
  });

  test('the same file from two laptops at once is one file', async () => {
    const bytes = randomBytes(50_000);
    const files = await Promise.all([fileOf(bytes), fileOf(bytes)]);
    await Promise.all(files.map(({ path, sha256 }) => blobs.adopt(path, sha256)));
    const again = await fileOf(bytes);
    await blobs.adopt(again.path, again.sha256);
    expect((await buffer(await blobs.read(again.sha256, 0))).equals(bytes)).toBe(true);
  });
});

test.skipIf(other !== undefined)(
  'what an S3 has already is not sent to it again, and what was damaged on the way is not taken',
  async () => {
    const blobs = openS3Blobs(openS3Client(s3Settings()), 'files', 'blobs', true, nodeFileSystem);
    const bytes = randomBytes(1000);
    const [first, second] = [await fileOf(bytes), await fileOf(bytes)];
    await blobs.adopt(first.path, first.sha256);
    const puts = s3.puts();
    await blobs.adopt(second.path, second.sha256);
    expect(s3.puts()).toBe(puts);
    s3.damage();
    const third = await fileOf(randomBytes(1000));
    await expect(blobs.adopt(third.path, third.sha256)).rejects.toMatchObject({ name: 'BadDigest' });
    expect(await blobs.size(third.sha256)).toBeNull();
    expect((await stat(third.path)).size).toBe(1000);
  },
);
