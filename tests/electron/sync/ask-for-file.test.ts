import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askForFile } from '../../../electron/sync/ask-for-file';
import { fetchFile } from '../../../electron/sync/fetch-file';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { attachmentTag } from '../../../shared/protocol/sync';
import { openLaptopFiles } from '../../server/files/laptop-files';
import { anyAccess } from '../../server/signed';

const bytes = randomBytes(3000);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const settings = settingsSchema.parse({ serverUrl: 'http://127.0.0.1:1' });
const asked: (string | undefined)[] = [];
const answering = (answer: (range: string | undefined) => Response) => ({
  settings: () => settings,
  office: anyAccess,
  fetch: async (_url: string, init?: RequestInit) => {
    const range = new Headers(init?.headers).get('range') ?? undefined;
    asked.push(range);
    return answer(range);
  },
});
const whole = () =>
  new Response(bytes, { headers: { etag: attachmentTag(sha256), 'content-length': '3000' } });
const broken = (rest: Uint8Array, headers: Record<string, string>) =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(rest),
      pull: (controller) => controller.error(new TypeError('terminated')),
    }),
    { headers: { etag: attachmentTag(sha256), ...headers } },
  );

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'files-'));
  asked.length = 0;
});
afterEach(() => rm(directory, { recursive: true }));
const open = async () => ({ ...(await openLaptopFiles(directory, () => '')), wait: () => Promise.resolve() });

it('takes no 200 of a sign-in page for "the server has this file"', async () => {
  const portal = answering(() => new Response(null, { headers: { 'content-type': 'text/html' } }));
  expect(await askForFile(portal, sha256, 'HEAD')).toMatchObject({
    ok: false,
    problem: { code: 'server.answerStrange' },
  });
  expect((await askForFile(answering(whole), sha256, 'HEAD')).ok).toBe(true);
});

it('keeps a fetched file, but not a page that came in its place', async () => {
  const laptop = await open();
  const portal = answering(() => new Response('<html>请登录</html>'));
  expect(await fetchFile({ ...laptop, connection: portal }, sha256)).toMatchObject({ ok: false });
  expect(await laptop.store.list()).toEqual([]);
  expect((await fetchFile({ ...laptop, connection: answering(whole) }, sha256)).ok).toBe(true);
  expect(await laptop.store.list()).toEqual([sha256]);
});

it('goes on behind what it has when the line breaks, also in a later call', async () => {
  const laptop = await open();
  const line = answering((range) => {
    const from = Number(/\d+/.exec(range ?? '0')?.[0]);
    return from < 1000
      ? broken(bytes.subarray(0, 1000), { 'content-length': '3000' })
      : broken(new Uint8Array(), { 'content-range': `bytes ${from}-2999/3000` });
  });
  const answer = await fetchFile({ ...laptop, connection: line }, sha256);
  expect(answer).toMatchObject({ ok: false, problem: { code: 'server.unreachable' } });
  expect(await laptop.store.list()).toEqual([]);
  const rest = answering(
    (range) =>
      new Response(bytes.subarray(1000), {
        status: range === 'bytes=1000-' ? 206 : 500,
        headers: { etag: attachmentTag(sha256), 'content-range': 'bytes 1000-2999/3000' },
      }),
  );
  expect((await fetchFile({ ...(await open()), connection: rest }, sha256)).ok).toBe(true);
  expect(asked.slice(1).every((range) => range === 'bytes=1000-')).toBe(true);
  expect(await readdir(join(directory, 'partial'))).toEqual([]);
});

it('begins anew where somebody on the way sends the whole although the rest was asked for', async () => {
  const laptop = await open();
  let isFirst = true;
  const line = answering(() => {
    if (!isFirst) return whole();
    isFirst = false;
    return broken(bytes.subarray(0, 500), { 'content-length': '3000' });
  });
  expect((await fetchFile({ ...laptop, connection: line }, sha256)).ok).toBe(true);
  expect(asked).toEqual([undefined, 'bytes=500-']);
});

it('throws away what does not have the hash it was asked for by', async () => {
  const laptop = await open();
  const wrong = answering(
    () =>
      new Response(randomBytes(3000), { headers: { etag: attachmentTag(sha256), 'content-length': '3000' } }),
  );
  expect(await fetchFile({ ...laptop, connection: wrong }, sha256)).toMatchObject({
    ok: false,
    problem: { code: 'attachment.hashWrong' },
  });
  expect(await readdir(join(directory, 'partial'))).toEqual([]);
});

it('leaves the last room of a disk to what people type', async () => {
  const laptop = { ...(await open()), hasRoom: async () => false, connection: answering(whole) };
  expect(await fetchFile(laptop, sha256)).toMatchObject({ ok: false, problem: { code: 'disk.full' } });
  expect(await readdir(join(directory, 'partial'))).toEqual([]);
});
