import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDiskReserve } from '../../../electron/files/disk-reserve';
import { changeJournal } from '../../../electron/journal/change-journal';
import { nodeFileSystem } from '../../../shared/node/file-system';
import type { Journal } from '../../../shared/node/journal';
import { faultyFileSystem } from '../../server/faulty-file-system';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunji-'));
});
afterEach(() => rm(folder, { recursive: true }));

const reserveWith = (free: number) =>
  createDiskReserve({
    fileSystem: nodeFileSystem,
    path: join(folder, 'reserve'),
    freeBytes: () => Promise.resolve(free),
    bytes: 3 << 20,
  });

it('really takes the space while there is plenty, and gives it back once', async () => {
  const reserve = reserveWith(1 << 30);
  await reserve.keep();
  const { size, blocks } = await stat(join(folder, 'reserve'));
  expect(size).toBe(3 << 20);
  expect(blocks * 512).toBeGreaterThanOrEqual(3 << 20);
  expect((await reserve.describe()).reserve).toBe('kept');
  expect(await reserve.release()).toBe(true);
  expect(await reserve.release()).toBe(false);
  expect((await reserve.describe()).reserve).toBe('used');
});

it('takes nothing from a disk that is almost full', async () => {
  const reserve = reserveWith(4 << 20);
  await reserve.keep();
  expect((await reserve.describe()).reserve).toBe('used');
});

it('saves what is typed on a full disk out of the reserve; without one it says that the disk is full', async () => {
  const full = () => Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  let room = false;
  const journal = {
    append: () => (room ? Promise.resolve(7) : Promise.reject(full())),
  } as unknown as Journal;
  const reserve = reserveWith(1 << 30);
  await reserve.keep();
  const makeRoom = async () => (room = await reserve.release());
  const changes = changeJournal(journal, makeRoom);
  expect(await changes.append({ origin: 'local', changes: [] })).toEqual({
    ok: true,
    value: { sequence: 7 },
  });
  room = false;
  expect(await changes.append({ origin: 'local', changes: [] })).toMatchObject({
    problem: { code: 'disk.full' },
  });
});

it('keeps the last of the disk for what people type: what comes from others waits, and the space set aside stays', async () => {
  const journal = { append: () => Promise.resolve(7) } as unknown as Journal;
  let free = 1 << 30;
  const reserve = createDiskReserve({
    fileSystem: nodeFileSystem,
    path: join(folder, 'reserve'),
    freeBytes: () => Promise.resolve(free),
    bytes: 3 << 20,
  });
  await reserve.keep();
  const changes = changeJournal(journal, reserve.makeRoom, reserve.hasRoomForFiles);
  const append = (origin: 'local' | 'remote') => changes.append({ origin, changes: [] });
  expect(await append('remote')).toMatchObject({ ok: true });
  free = 16 << 20;
  expect(await append('remote')).toMatchObject({ problem: { code: 'disk.full' } });
  expect(await append('local')).toMatchObject({ ok: true });
  expect((await reserve.describe()).reserve).toBe('kept');
});

it('gives its space back for what is typed before the last is gone, and says so where that does not help', async () => {
  let free = 1 << 30;
  const reserve = (freed: number) =>
    createDiskReserve({
      fileSystem: {
        ...nodeFileSystem,
        unlink: (path) => nodeFileSystem.unlink(path).then(() => void (free = freed)),
      },
      path: join(folder, 'reserve'),
      freeBytes: () => Promise.resolve(free),
      bytes: 3 << 20,
    });
  for (const [freed, helps] of [
    [16 << 20, true],
    [2 << 20, false],
  ] as const) {
    free = 1 << 30;
    await reserve(freed).keep();
    free = 1 << 20;
    expect(await reserve(freed).makeRoom()).toBe(helps);
    expect((await reserve(freed).describe()).reserve).toBe('used');
  }
});

it('counts the bytes of what is to come in', async () => {
  const reserve = reserveWith(100 << 20);
  expect(await reserve.hasRoomForFiles(70 << 20)).toBe(true);
  expect(await reserve.hasRoomForFiles(90 << 20)).toBe(false);
});

it('leaves no part of itself where the disk is filled from elsewhere meanwhile, and is on the disk when it is kept', async () => {
  for (const isFull of [true, false]) {
    let synced = 0;
    const reserve = createDiskReserve({
      fileSystem: faultyFileSystem((handle) => ({
        sync: async () => {
          if (isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
          await handle.sync();
          synced += (await handle.stat()).size;
        },
      })),
      path: join(folder, 'reserve'),
      freeBytes: () => Promise.resolve(1 << 30),
      bytes: 3 << 20,
    });
    await reserve.keep().catch(() => undefined);
    expect((await readdir(folder)).includes('reserve')).toBe(!isFull);
    expect(synced).toBe(isFull ? 0 : 3 << 20);
  }
});
