import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Laptop, openLaptop, valueOf } from './laptop-with-bundles';
import { receive, sendTo, wantedFor } from './stick';
import { openTwo } from './two-in-a-folder';

let folder = '';
let a: Laptop;
let b: Laptop;

beforeEach(async () => {
  ({ folder, a, b } = await openTwo());
  await mkdir(share());
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stick = () => join(folder, 'stick');
const share = () => join(folder, 'share');

describe('A folder that is watched', () => {
  const watch = (laptop: Laptop, receivers: readonly string[], write = true) =>
    laptop.bundles.state.change(({ watch: before }) => ({
      watch: {
        ...before,
        folder: share(),
        write,
        receivers: [...receivers],
        scopes: [{ scope: 'tour-1', title: '' }],
      },
    }));

  /** Looks as the window does, until nothing comes of it any more. Gives what was taken in. */
  async function look(laptop: Laptop, times = 4): Promise<number> {
    let added = 0;
    for (let left = times; left > 0; left -= 1) {
      const { found } = valueOf(await laptop.bundles.watching.look(new AbortController().signal));
      if (found) added += (await laptop.takeIn(found.opened, found.pages)).length;
    }
    return added;
  }

  it('two laptops that write there at once have the same in the end, and then it is quiet', async () => {
    await watch(a, ['laptop-b']);
    await watch(b, ['laptop-a']);
    const photo = await a.photograph('照片一');
    await a.write('照片', photo);
    await b.write('记录二');
    await Promise.all([look(a), look(b)]);
    for (let round = 0; round < 3; round += 1) for (const each of [a, b]) await look(each);
    expect(await a.ids()).toEqual(await b.ids());
    expect(await b.files.has(photo)).toBe(true);
    const names = await readdir(share());
    for (let round = 0; round < 3; round += 1) for (const each of [a, b]) await look(each);
    expect(await readdir(share())).toEqual(names);
    expect(valueOf(await a.bundles.writing.plan(wantedFor(b))).changes).toBe(0);
  });

  it('a photo is written once, though its receipt takes days, and again where the stick with it is gone', async () => {
    await watch(a, ['laptop-b']);
    const photo = await a.photograph('照片一');
    await a.write('照片', photo);
    await look(a);
    const [first = ''] = await readdir(share());
    await a.write('记录二');
    const later = await a.photograph('照片二');
    await a.write('照片二', later);
    await look(a);
    const filesWritten = () => a.bundles.state.now().log.map(({ files }) => files);
    expect(filesWritten()).toEqual([1, 1]);
    // Whoever reads has all of it.
    await watch(b, [], false);
    await look(b);
    for (const sha256 of [photo, later]) expect(await b.files.has(sha256)).toBe(true);

    await rm(join(share(), first));
    await a.write('记录三');
    await look(a);
    expect(filesWritten()).toEqual([1, 1, 1]);
    // Somebody else who is to get it finds all there is.
    const c = await openLaptop(folder, 'laptop-c');
    await a.bundles.book.keep(c.card());
    await watch(a, ['laptop-b', 'laptop-c']);
    await a.write('记录四');
    await look(a);
    expect(filesWritten()).toEqual([2, 1, 1, 1]);
  });

  it('a file that is still being copied is left alone until it is whole', async () => {
    await a.write('记录一');
    const whole = await readFile(await sendTo(stick(), a, b));
    await watch(b, [], false);
    await writeFile(join(share(), 'x.xunji'), whole.subarray(0, 300));
    expect(await look(b)).toBe(0);
    expect(b.bundles.watching.problem()).toBeNull();
    await writeFile(join(share(), 'x.xunji'), whole);
    expect(await look(b)).toBe(1);
    expect(await look(b)).toBe(0);
  });

  it('a share that goes away is told of, and bundles are picked up when it is back', async () => {
    await watch(b, [], false);
    await look(b);
    await rename(share(), join(folder, 'away'));
    await look(b);
    expect(b.bundles.watching.problem()).toMatchObject({ code: 'bundle.mediumGone' });
    await a.write('记录一');
    const path = await sendTo(stick(), a, b);
    await rename(join(folder, 'away'), share());
    await rename(path, join(share(), 'y.xunji'));
    expect(await look(b)).toBe(1);
    expect(b.bundles.watching.problem()).toBeNull();
  });

  it('a bundle of an unknown sender waits until somebody has compared fingerprints', async () => {
    await b.bundles.book.remove('laptop-a');
    await a.write('记录一');
    await rename(await sendTo(stick(), a, b), join(share(), 'z.xunji'));
    await watch(b, [], false);
    expect(await look(b)).toBe(0);
    expect(b.bundles.watching.problem()).toMatchObject({ code: 'bundle.senderUnknown' });
    await b.bundles.book.keep(a.card());
    expect(await look(b)).toBe(1);
  });

  it('what was taken in is not taken in again, however many bundles came after it', async () => {
    await receive(b, await sendTo(stick(), a, b));
    const { state, watching } = b.bundles;
    await state.change(() => ({ log: [], watch: { ...state.now().watch, folder: stick() } }));
    for (let times = 0; times < 3; times += 1)
      expect(valueOf(await watching.look(new AbortController().signal)).found).toBeNull();
  });

  it('bundles for others are passed over in silence', async () => {
    const c = await openLaptop(folder, 'laptop-c');
    await a.bundles.book.keep(c.card());
    await a.write('记录一');
    await rename(await sendTo(stick(), a, c), join(share(), 'for-c.xunji'));
    await watch(b, [], false);
    expect(await look(b)).toBe(0);
    expect(b.bundles.watching.problem()).toBeNull();
  });
});
