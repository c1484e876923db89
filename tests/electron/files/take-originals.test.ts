import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AttachmentStore, openAttachmentStore } from '../../../electron/files/attachment-store';
import { missingOriginals } from '../../../electron/files/missing-originals';
import { takeOriginals } from '../../../electron/files/take-originals';
import { nodeFileSystem } from '../../../shared/node/file-system';

let folder = '';
let store: AttachmentStore;
let ids = 0;

const original = Buffer.alloc(300_000, 7);
const sha256 = createHash('sha256').update(original).digest('hex');
const elsewhere = 'e'.repeat(64);
const hashes = [sha256, elsewhere];
const always = () => Promise.resolve(true);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'originals-'));
  store = await openAttachmentStore(nodeFileSystem, join(folder, 'store'), () => `upload-${(ids += 1)}`);
  await mkdir(join(folder, 'files'));
  await writeFile(join(folder, 'files', sha256), original);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('looks for originals without taking one, and takes those that are there', async () => {
  expect(await missingOriginals(store, folder, hashes)).toEqual([elsewhere]);
  expect(await missingOriginals(store, null, hashes)).toEqual(hashes);
  expect(await store.list()).toEqual([]);
  expect(await takeOriginals(store, folder, hashes, always)).toEqual({ ok: true, value: {} });
  expect(await store.list()).toEqual([sha256]);
  expect(await missingOriginals(store, null, hashes)).toEqual([elsewhere]);
});

it('stops before the disk is full, and leaves no half file', async () => {
  let asked = 0;
  const room = () => Promise.resolve((asked += 1) < 3);
  expect(await takeOriginals(store, folder, hashes, room)).toMatchObject({
    ok: false,
    problem: { code: 'disk.full' },
  });
  expect(await store.list()).toEqual([]);
});
