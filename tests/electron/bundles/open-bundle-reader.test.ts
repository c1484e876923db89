import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBundleReader } from '../../../electron/bundles/open-bundle-reader';
import type { DeviceKeys } from '../../../electron/keys/open-device-keys';
import { startForkedReader } from '../../../electron/tables/start-forked-reader';
import { builtReader } from '../tables/built-reader';
import { keysOf, makeBundle, makeFile, noteChange } from './bundle-maker';

let folder = '';
let a: DeviceKeys;
let b: DeviceKeys;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
  [a, b] = await Promise.all([keysOf(folder, 'laptop-a'), keysOf(folder, 'laptop-b')]);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const reader = async () =>
  openBundleReader(startForkedReader(await builtReader('electron/bundles/bundle-reader.ts')));

async function written() {
  await mkdir(join(folder, 'stick'));
  const file = await makeFile(join(folder, 'files'), 9_000_000, 1);
  await makeBundle({
    keys: a,
    recipients: [b.sealingPublic],
    stem: join(folder, 'stick/x'),
    fileFolder: join(folder, 'files'),
    changes: [noteChange(1)],
    files: [file],
  });
  const parts = [{ path: join(folder, 'stick/x.xunji'), file: 'x.xunji' }];
  const spool = join(folder, 'spool');
  return { parts, identity: b.identity, bundle: 'bundle-1', signing: a.signingPublic, spool, file };
}

it('a process of its own looks at bundles and unpacks them, and says how far it is', async () => {
  const { file, ...task } = await written();
  const { peek, unpack } = await reader();
  await writeFile(join(folder, 'stick/photo.jpg'), 'JFIF');
  const other = { path: join(folder, 'stick/photo.jpg'), file: 'photo.jpg' };
  const peeked = await peek([...task.parts, other]);
  expect(peeked[0]).toMatchObject({
    header: { value: { bundle: 'bundle-1', device: 'laptop-a', parts: 1 } },
  });
  expect(peeked[1]).toMatchObject({ header: { problem: { code: 'bundle.notBundle' } } });
  let bytes = 0;
  const unpacked = await unpack(task, (count) => (bytes += count), new AbortController().signal);
  expect(unpacked).toMatchObject({ ok: true, value: { files: [file], pages: [{ changes: 1 }] } });
  expect(bytes).toBeGreaterThan(15_000_000);
});

it('canceling ends the process, and a process that dies is a problem like any other', async () => {
  const { file: _, ...task } = await written();
  const { unpack } = await reader();
  const canceling = new AbortController();
  const canceled = unpack(task, () => canceling.abort(), canceling.signal);
  expect(await canceled).toMatchObject({ problem: { code: 'bundle.canceled' } });
  const dying = openBundleReader(startForkedReader(join(folder, 'no-such-script.js')));
  expect(await dying.unpack(task, () => {}, new AbortController().signal)).toMatchObject({
    problem: { code: 'bundle.invalid' },
  });
  expect(await dying.peek(task.parts)).toMatchObject([{ header: { problem: { code: 'bundle.invalid' } } }]);
  expect(await readdir(join(folder, 'stick'))).toEqual(['x.xunji']);
});
