import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRecordingStore } from '../../../electron/files/recording-store';
import { newId } from '../../../shared/ids/new-id';
import { nodeFileSystem } from '../../../shared/node/file-system';

let directory: string;
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'sound-'))));
afterEach(() => rm(directory, { recursive: true }));

const open = () => openRecordingStore(nodeFileSystem, directory, () => newId(Date.now, randomBytes));
const facts = { tour: 't', stop: 's', mime: 'audio/webm', at: '2026-11-20T09:00:00+08:00' };

it('finds after a crash every slice that was answered, in order, and tells of it until it is ended', async () => {
  const before = await open();
  const begun = await before.begin(facts);
  if (!begun.ok) throw new Error('begin');
  const { recording } = begun.value;
  await Promise.all(['一', '二', '三'].map((part) => before.append(recording, Buffer.from(part))));
  expect(await before.unfinished()).toEqual([]);
  const after = await open();
  expect(await after.unfinished()).toEqual([{ recording, size: 9, ...facts }]);
  const read = await after.read(recording, 3, 100);
  expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('二三');
  expect((await after.end(recording)).ok).toBe(true);
  expect(await after.unfinished()).toEqual([]);
  expect(await readdir(directory)).toEqual([]);
});

it('takes no sound for a recording that it did not begin', async () => {
  expect((await (await open()).append('elsewhere', Buffer.from('x'))).ok).toBe(false);
});
