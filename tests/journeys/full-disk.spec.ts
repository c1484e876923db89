import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importItinerary, openStop, openTour, untilSaved } from '../../build/driver/laptop';
import { expect, test } from './fixtures';
import { type SmallDisk, mountSmallDisk } from './small-disk';

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

test('little room is told, what was set aside lets a person still write and export, and a start without room says so', async ({
  laptop,
}) => {
  const volume = smallDisk();
  const home = join(volume.path, 'a');
  const running = await laptop('a', { home, settings: { userName: '周敏' } });
  const { page } = running;
  await expect(page.getByText(/磁盘只剩/)).toBeHidden();
  await importItinerary(running, join(import.meta.dirname, '../../build/samples/itinerary.xlsx'));
  volume.fill(1.5 * 2 ** 30);
  await expect(page.getByText(/磁盘只剩 1\d\d\d MB/)).toBeVisible({ timeout: 30_000 });
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
