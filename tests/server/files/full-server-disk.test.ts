import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendFile } from '../../../electron/sync/send-file';
import type { BlobStore } from '../../../server/files/blob-store';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import { openUploadRoom } from '../../../server/files/upload-room';
import { UploadStore } from '../../../server/files/upload-store';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { faultyFileSystem } from '../faulty-file-system';
import { type TestOffice, openTestOffice } from '../test-office';
import { accessOf } from '../signed';
import { openLaptopFiles } from './laptop-files';

/** Bytes that may still be written to uploads. */
let room = Number.POSITIVE_INFINITY;
let free = Number.MAX_SAFE_INTEGER;

const fullDisk = faultyFileSystem((handle) => ({
  async writev(pieces, position) {
    const length = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (length > room) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    room -= length;
    return handle.writev(pieces, position);
  },
}));

describe('The server’s disk is full', () => {
  let opened: TestOffice;
  let folder: string;
  let laptop: Awaited<ReturnType<typeof openLaptopFiles>>;

  beforeAll(async () => {
    folder = await makeReadyDirectory();
    opened = await openTestOffice({ fileSystem: fullDisk, freeBytes: async () => free });
    const url = await opened.app.listen({ port: 0, host: '127.0.0.1' });
    laptop = await openLaptopFiles(folder, () => url, accessOf(opened.administrator));
  });
  afterAll(async () => {
    await opened?.close();
    await removeDataDirectory(folder);
  });
  const uploads = () => readdir(join(opened.directory, 'uploads'));

  test('in the middle of a file: the laptop is told, nothing of it stays, and it arrives when there is room', async () => {
    const sha256 = await laptop.add(randomBytes(3_000_000));
    room = 1_000_000;
    expect(await sendFile(laptop, sha256)).toMatchObject({ ok: false, problem: { code: 'server.diskFull' } });
    expect(await uploads()).toEqual([]);
    expect(await opened.office.blobs.size(sha256)).toBeNull();
    room = Number.POSITIVE_INFINITY;
    expect(await sendFile(laptop, sha256)).toMatchObject({ ok: true });
    expect(await opened.office.blobs.size(sha256)).toBe(3_000_000);
  });

  test('before a file that would not fit: not one byte of it is taken', async () => {
    const sha256 = await laptop.add(randomBytes(500_000));
    free = 1 << 20;
    expect(await sendFile(laptop, sha256)).toMatchObject({ ok: false, problem: { code: 'server.diskFull' } });
    expect(await uploads()).toEqual([]);
    free = Number.MAX_SAFE_INTEGER;
    expect(await sendFile(laptop, sha256)).toMatchObject({ ok: true });
  });

  test('before two that would fit alone and not together: the second waits until the first is over', async () => {
    free = (256 << 20) + 1_500_000;
    const room = openUploadRoom(
      async () => free,
      () => 0,
    );
    expect(await Promise.all([room.promise('a', 1_000_000), room.promise('b', 1_000_000)])).toContain(false);
    room.left('a', 0);
    room.left('b', 0);
    expect(await room.promise('c', 1_000_000)).toBe(true);
    expect(await room.promise('d', 1_000_000)).toBe(false);
    room.left('c', 100);
    expect(await room.promise('d', 1_000_000)).toBe(true);
    free = Number.MAX_SAFE_INTEGER;
  });

  test('a store that is away when the last byte comes costs the laptop one byte, and is never told to have the file', async () => {
    const directory = join(opened.directory, 'apart');
    const disk = openDiskBlobs(join(opened.directory, 'apart-blobs'), nodeFileSystem);
    let isAway = true;
    const blobs: BlobStore = {
      ...disk,
      adopt: (path, sha256) => (isAway ? Promise.reject(new Error('away')) : disk.adopt(path, sha256)),
    };
    const store = new UploadStore(directory, blobs, nodeFileSystem);
    const bytes = randomBytes(2000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const upload = { id: 'd'.repeat(32), size: 2000, sha256 };
    await nodeFileSystem.mkdir(directory, { recursive: true });
    const from = (offset: number) => Readable.from([bytes.subarray(offset)], { objectMode: false });
    const nothing = async () => undefined;
    await expect(store.begin(upload, from(0), nothing)).rejects.toThrow('away');
    const begun = await store.getUpload(upload.id);
    expect(begun.offset).toBe(1999);
    isAway = false;
    expect(await store.receive(from(1999), begun, nothing)).toMatchObject({ ok: true });
    expect(await blobs.size(sha256)).toBe(2000);
  });
});
