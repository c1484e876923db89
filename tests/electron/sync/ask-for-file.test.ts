import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAttachmentStore } from '../../../electron/files/attachment-store';
import { askForFile } from '../../../electron/sync/ask-for-file';
import { fetchFile } from '../../../electron/sync/fetch-file';
import { newId } from '../../../shared/ids/new-id';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { attachmentTag } from '../../../shared/protocol/sync';

const bytes = randomBytes(3000);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const settings = settingsSchema.parse({ serverUrl: 'http://127.0.0.1:1', officeKey: 'key' });
const answering = (body: BodyInit | null, headers: Record<string, string>) => ({
  settings: () => settings,
  fetch: async () => new Response(body, { headers }),
});

let directory: string;
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'files-'))));
afterEach(() => rm(directory, { recursive: true }));
const open = () => openAttachmentStore(nodeFileSystem, directory, () => newId(Date.now, randomBytes));

it('takes no 200 of a sign-in page for "the server has this file"', async () => {
  const portal = answering(null, { 'content-type': 'text/html' });
  expect(await askForFile(portal, sha256, 'HEAD')).toMatchObject({
    ok: false,
    problem: { code: 'server.answerStrange' },
  });
  const server = answering(null, { etag: attachmentTag(sha256) });
  expect((await askForFile(server, sha256, 'HEAD')).ok).toBe(true);
});

it('keeps a fetched file, but not a page that came in its place', async () => {
  const store = await open();
  expect(await fetchFile(answering('<html>请登录</html>', {}), store, sha256)).toMatchObject({ ok: false });
  expect(await store.list()).toEqual([]);
  const server = answering(bytes, { etag: attachmentTag(sha256) });
  expect((await fetchFile(server, store, sha256)).ok).toBe(true);
  expect(await store.list()).toEqual([sha256]);
});

it('leaves nothing open or half written when the line breaks in the middle', async () => {
  const store = await open();
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(bytes.subarray(0, 1000)),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  const answer = await fetchFile(answering(broken, { etag: attachmentTag(sha256) }), store, sha256);
  expect(answer).toMatchObject({ ok: false, problem: { code: 'server.unreachable' } });
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
});
