import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../../build/driver/launch-app';
import { importItinerary, openStop, openTour, untilSaved } from '../../build/driver/laptop';
import { fillRounds } from './fill-rounds';
import { expect, test } from './fixtures';
import { type SmallDisk, mountSmallDisk } from './small-disk';

const points = process.env['XUNJI_SOAK'] === '1' ? 1000 : 100;

const seed = Number(process.env['XUNJI_SEED'] ?? Date.now() % 1_000_000);

let disk: SmallDisk | string;

test.beforeEach(({ scratch }) => {
  disk = mountSmallDisk(join(scratch, 'disk'));
});

test.afterEach(() => {
  if (typeof disk !== 'string') disk.unmount();
});

/** The disk of this test; without root there is none, and the test is counted as skipped. */
function smallDisk(): SmallDisk {
  if (typeof disk !== 'string') return disk;
  test.skip(true, disk);
  throw new Error(disk);
}

test('a disk that fills up at random moments loses nothing, is said within a second, and needs no restart', async ({
  laptop,
}) => {
  test.setTimeout(points * 6000 + 60_000);
  const report = await fillRounds({ laptop, disk: smallDisk(), seed, points });
  const { lost, faults, complaints, full, helped, told } = report;
  process.stdout.write(
    `XUNJI_SEED=${seed}: ${points} fillings, ${full} said, ${helped} taken by the reserve; slowest word after ${Math.max(...told)} ms\n`,
  );
  expect({ seed, lost, faults, complaints }).toEqual({ seed, lost: [], faults: [], complaints: [] });
  expect(full).toBeGreaterThan(points / 4);
});

test('twin: a full disk that is answered with 已保存 loses what it promised', async ({ laptop }) => {
  const { lost } = await fillRounds({ laptop, disk: smallDisk(), seed: 1, points: 3, sabotage: swallow });
  expect(lost).not.toEqual([]);
});

test('little room is told, what was set aside lets a person still write and export, and a start without room says so', async ({
  laptop,
}) => {
  test.setTimeout(240_000);
  const volume = smallDisk();
  const home = join(volume.path, 'a');
  const running = await laptop('a', { home, settings: { userName: '周敏' } });
  const { page } = running;
  await expect(page.getByText(/磁盘只剩/)).toBeHidden();
  volume.fill(1.5 * 2 ** 30);
  await importItinerary(running, join(import.meta.dirname, '../../build/samples/itinerary.xlsx'));
  // Looked at 15 s after the start and every minute from then on: on a slow machine the first look may have been before.
  await expect(page.getByText(/磁盘只剩 1\d\d\d MB/)).toBeVisible({ timeout: 75_000 });
  await expect.poll(() => existsSync(join(home, 'reserve'))).toBe(true);

  volume.fill(0);
  await openStop(page, '第一组', 1);
  await page.getByRole('textbox', { name: '快速记录' }).pressSequentially('应急空间里写下的');
  await untilSaved(page);
  expect(existsSync(join(home, 'reserve'))).toBe(false);
  await openTour(page);
  await page.getByRole('link', { name: '纪要', exact: true }).click();
  await page.getByRole('button', { name: '生成文书' }).click();
  await expect(page.getByText('已生成的文书')).toBeVisible({ timeout: 60_000 });

  volume.fill(0);
  await page.getByRole('button', { name: '生成文书' }).click();
  await expect(page.getByText(/磁盘已满/).first()).toBeVisible({ timeout: 60_000 });
  await running.kill();

  volume.fill(0);
  const again = await laptop('a', { home });
  await expect(again.page.getByText(/磁盘已满/)).toBeVisible();
  volume.fill(3 * 2 ** 30);
  await again.page.getByRole('button', { name: '重新载入' }).click();
  await openStop(again.page, '第一组', 1);
  await expect(again.page.getByText('应急空间里写下的')).toBeVisible();
});

/** While the disk is full, main says that it wrote; the database always does. */
async function swallow({ app, page, home }: RunningApp): Promise<void> {
  await app.evaluate(async (_, folder) => {
    const files = process.getBuiltinModule('node:fs/promises');
    const statfs = files.statfs;
    files.statfs = (async (path: string) => {
      const told = await statfs(path);
      return Object.assign(told, { bavail: told.blocks });
    }) as typeof statfs;
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
    const handle = await files.open(process.execPath, 'r');
    const prototype = Object.getPrototypeOf(handle) as {
      write(buffer: Uint8Array, offset: number, length: number, position: number): Promise<unknown>;
    };
    await handle.close();
    const write = prototype.write;
    prototype.write = async function swallowing(this: unknown, buffer, offset, length, position) {
      const { bfree, bsize } = await statfs(folder);
      if (bfree * bsize < 16 << 20) return { bytesWritten: length };
      return write.call(this, buffer, offset, length, position);
    };
  }, home);
  await page.evaluate(() => {
    for (const name of ['put', 'add'] as const)
      IDBObjectStore.prototype[name] = function nothing(this: IDBObjectStore) {
        return this.get('nothing') as IDBRequest<IDBValidKey>;
      };
  });
}
