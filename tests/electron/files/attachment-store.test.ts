import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAttachmentStore } from '../../../electron/files/attachment-store';
import { newId } from '../../../shared/ids/new-id';
import { nodeFileSystem } from '../../../shared/node/file-system';

let directory: string;
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'files-'))));
afterEach(() => rm(directory, { recursive: true }));

const open = () => openAttachmentStore(nodeFileSystem, directory, () => newId(Date.now, randomBytes));

async function add(store: Awaited<ReturnType<typeof open>>, bytes: Uint8Array) {
  const begun = await store.begin('照片.jpg');
  if (!begun.ok) throw new Error('begin');
  for (let from = 0; from < bytes.length; from += 1000) {
    expect((await store.append(begun.value.upload, bytes.subarray(from, from + 1000))).ok).toBe(true);
  }
  return store.finish(begun.value.upload);
}

it('keeps a file under the hash of its bytes', async () => {
  const store = await open();
  const bytes = randomBytes(4321);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await add(store, bytes)).toEqual({ ok: true, value: { sha256, size: 4321 } });
  expect(await readFile(store.pathOf(sha256))).toEqual(bytes);
  expect(await store.list()).toEqual([sha256]);
  expect(await store.has(sha256)).toBe(true);
});

it('keeps the same file once, however often it is added', async () => {
  const store = await open();
  await add(store, Buffer.from('同一张照片'));
  await add(store, Buffer.from('同一张照片'));
  expect(await store.list()).toHaveLength(1);
});

it('sweeps what a crash left half written, and nothing else', async () => {
  const store = await open();
  await add(store, Buffer.from('完整'));
  await writeFile(join(directory, 'incoming', 'half'), 'half');
  const again = await open();
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
  expect(await again.list()).toHaveLength(1);
});

it('knows no upload that was not begun here', async () => {
  const store = await open();
  expect(await store.append('../../etc/passwd', Buffer.from('x'))).toMatchObject({ ok: false });
  expect(await store.finish('nothing')).toMatchObject({ ok: false });
});

it('writes what is handed over all at once in the order in which it was handed over', async () => {
  const store = await open();
  const parts = Array.from({ length: 40 }, (_, n) => randomBytes(n % 2 ? 300_000 : 7));
  const begun = await store.begin('照片.jpg');
  if (!begun.ok) throw new Error('begin');
  const { upload } = begun.value;
  const [finished, again, late] = await Promise.all([
    Promise.all(parts.map((part) => store.append(upload, part))).then(() => store.finish(upload)),
    store.finish('never-begun'),
    store.append('never-begun', randomBytes(3)),
  ]);
  const whole = Buffer.concat(parts);
  const sha256 = createHash('sha256').update(whole).digest('hex');
  expect(finished).toEqual({ ok: true, value: { sha256, size: whole.length } });
  expect((await readFile(store.pathOf(sha256))).equals(whole)).toBe(true);
  expect([again.ok, late.ok, (await store.append(upload, randomBytes(3))).ok]).toEqual([false, false, false]);
});

it('finishes behind what was handed over before, also when nobody waited', async () => {
  const store = await open();
  const begun = await store.begin('照片.jpg');
  if (!begun.ok) throw new Error('begin');
  const bytes = randomBytes(900_000);
  void store.append(begun.value.upload, bytes);
  const [first, second] = await Promise.all([
    store.finish(begun.value.upload),
    store.finish(begun.value.upload),
  ]);
  expect(first).toMatchObject({ ok: true, value: { size: bytes.length } });
  expect(second.ok).toBe(false);
});
