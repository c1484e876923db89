import { describe, expect, it } from 'vitest';
import { dataPaths } from '../../../electron/data-paths';
import { openDataOffice } from '../../../electron/office/data-office';
import { type Membership, openMembership } from '../../../electron/office/membership';
import { makeDirectoryDurably, writeDurably } from '../../../shared/node/durable-file';
import type { FileSystem } from '../../../shared/node/file-system';
import { simulatedDisk } from '../../faults/simulated-disk';

const paths = dataPaths('/xunji');

const memberOf = (id: string): Membership => ({
  id,
  serverUrl: `https://${id || 'old'}.example`,
  authority: null,
  office: `单位${id}`,
  account: { id: 'a1', login: 'zhou', name: '周敏', role: 'inspector', person: '', disabled: false },
});
const [a, b] = [memberOf('a'), memberOf('b')];

/** Something in every place where an office's work lies, and what is the laptop's own. */
async function work(fileSystem: FileSystem, whose: string): Promise<void> {
  const places = [
    'journal/1.journal',
    'files/ab/photo',
    'bundles.json',
    'known-devices.json',
    'hub/intake/1',
  ];
  for (const place of [
    ...places,
    'profile/IndexedDB/rows',
    'profile/Default/IndexedDB/rows',
    'carried/1.json',
  ]) {
    const path = `/xunji/${place}`;
    await makeDirectoryDurably(fileSystem, path.slice(0, path.lastIndexOf('/')));
    await writeDurably(fileSystem, path, Buffer.from(`${whose} ${place}`));
  }
}

async function fill(fileSystem: FileSystem): Promise<void> {
  await makeDirectoryDurably(fileSystem, '/xunji/profile');
  await writeDurably(fileSystem, '/xunji/device-keys', Buffer.from('own keys'));
  await writeDurably(fileSystem, '/xunji/profile/lock', Buffer.from('own lock'));
  await (await openDataOffice(fileSystem, paths)).claim(a);
  await work(fileSystem, 'a');
}

/** All files outside of `offices`, by their path. */
async function shown(fileSystem: FileSystem, path = '/xunji'): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of await fileSystem.readdir(path)) {
    const inside = `${path}/${name}`;
    if (inside === '/xunji/offices' || name.endsWith('.tmp')) continue;
    if ((await fileSystem.stat(inside)).isFile()) found[inside] = await fileSystem.readFile(inside, 'utf8');
    else Object.assign(found, await shown(fileSystem, inside));
  }
  return found;
}

const ofWork = (all: Record<string, string>, whose: string) =>
  Object.values(all).filter((text) => text.startsWith(`${whose} `)).length;

describe('Leaving one office and joining another', () => {
  it('the first office gets what is here, no other one does; an office is known by its key, and by its address before that was told', async () => {
    const { fileSystem } = simulatedDisk();
    await makeDirectoryDurably(fileSystem, '/xunji');
    const office = await openDataOffice(fileSystem, paths);
    expect([office.accepts(a), office.accepts(b)]).toEqual([true, true]);
    await office.claim(memberOf(''));
    expect([office.accepts(a), office.accepts({ ...a, serverUrl: 'https://old.example' })]).toEqual([
      false,
      true,
    ]);
    await office.claim(a);
    const again = await openDataOffice(fileSystem, paths);
    expect([again.accepts({ ...a, serverUrl: 'https://moved.example' }), again.accepts(b)]).toEqual([
      true,
      false,
    ]);
  });

  it('nothing of the first is left in sight of the second, and all of it is back with the first', async () => {
    const { fileSystem } = simulatedDisk();
    await fill(fileSystem);
    const before = await shown(fileSystem);
    await (await openDataOffice(fileSystem, paths)).switchTo(b);
    expect((await openDataOffice(fileSystem, paths)).owner()?.id).toBe('b');
    expect((await openMembership(fileSystem, paths.office)).get()).toEqual(b);
    const empty = await shown(fileSystem);
    expect(ofWork(empty, 'a')).toBe(0);
    expect([empty['/xunji/device-keys'], empty['/xunji/profile/lock']]).toEqual(['own keys', 'own lock']);
    await work(fileSystem, 'b');
    await (await openDataOffice(fileSystem, paths)).switchTo(a);
    await openDataOffice(fileSystem, paths);
    const back = await shown(fileSystem);
    expect(ofWork(back, 'b')).toBe(0);
    expect(back).toMatchObject({ ...before, '/xunji/data-office.json': back['/xunji/data-office.json'] });
  });

  it('what was put aside before the server told its key is back with the same address, and stays where it is from another', async () => {
    const { fileSystem } = simulatedDisk();
    await makeDirectoryDurably(fileSystem, '/xunji/profile');
    const old = memberOf('');
    await (await openDataOffice(fileSystem, paths)).claim(old);
    await work(fileSystem, 'old');
    const told = { ...a, serverUrl: old.serverUrl };
    const back: [Membership, number][] = [
      [b, 0],
      [a, 0],
      [told, 8],
      [b, 0],
      [told, 8],
    ];
    for (const [membership, count] of back) {
      await (await openDataOffice(fileSystem, paths)).switchTo(membership);
      await openDataOffice(fileSystem, paths);
      expect([membership.serverUrl, ofWork(await shown(fileSystem), 'old')]).toEqual([
        membership.serverUrl,
        count,
      ]);
    }
  });

  it.each(['kill', 'power cut'] as const)(
    'a %s at any step leaves neither’s data with the other, and none of it gone',
    async (end) => {
      let steps = 0;
      for (let isDone = false; !isDone; steps += 1) {
        const disk = simulatedDisk();
        await fill(disk.fileSystem);
        await (await openDataOffice(disk.fileSystem, paths)).switchTo(b);
        await openDataOffice(disk.fileSystem, paths);
        await work(disk.fileSystem, 'b');
        const failing = disk.after('kill', () => 0, steps + 1);
        try {
          await (await openDataOffice(failing.fileSystem, paths)).switchTo(a);
          await openDataOffice(failing.fileSystem, paths);
          isDone = true;
        } catch {
          // The machine stopped.
        }
        const { fileSystem } = failing.after(end, () => (steps % 3) / 3);
        const whose = (await openDataOffice(fileSystem, paths)).owner()?.id ?? '';
        const all = await shown(fileSystem);
        const counts = { a: ofWork(all, 'a'), b: ofWork(all, 'b') };
        expect([steps, whose, counts]).toEqual([
          steps,
          whose,
          whose === 'a' ? { a: 8, b: 0 } : { a: 0, b: 8 },
        ]);
        // The other's is there as well.
        await (await openDataOffice(fileSystem, paths)).switchTo(whose === 'a' ? b : a);
        await openDataOffice(fileSystem, paths);
        expect([steps, ofWork(await shown(fileSystem), whose === 'a' ? 'b' : 'a')]).toEqual([steps, 8]);
      }
      expect(steps).toBeGreaterThan(40);
    },
  );
});
