import { readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../../build/driver/launch-app';
import { importItinerary, openStop, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import { expect, test } from './fixtures';
import { measureSlowness } from './slowness';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');
const person = { settings: { userName: '周敏' } };

/** Types without leaving the field, and returns as soon as the mark says 已保存. */
async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '快速记录' }).pressSequentially(text);
  await expect(page.getByText('正在保存', { exact: true }))
    .toBeVisible()
    .catch(() => undefined);
  await untilSaved(page);
}

async function allText(page: Page): Promise<string> {
  return Object.values(await recordsOfLaptop(page)).join('\n');
}

// What is lost once is lost: one try.
test.describe.configure({ retries: 0 });

test('a deleted profile is noticed, rebuilt from the journal, and said', async ({ laptop, scratch }) => {
  const first = await laptop('a', person);
  await importItinerary(first, itinerary);
  await openStop(first.page, '第一组', 2);
  await type(first.page, '配电室门口堆放杂物');
  const before = await recordsOfLaptop(first.page);
  await first.kill();
  await removeProfile(join(scratch, 'a/profile'));
  const second = await laptop('a');
  await expect(second.page.getByText(/已从日志恢复 \d+ 条改动/)).toBeVisible();
  expect(await recordsOfLaptop(second.page)).toEqual(before);
});

test('whatever of the database is damaged, everything is there again', async ({ laptop, scratch }) => {
  test.setTimeout(240_000);
  let running = await laptop('a', person);
  await importItinerary(running, itinerary);
  const broken = () => running.page.getByText(/请关闭巡记后重新打开/);
  const rebuilt = () => running.page.getByText(/已从日志恢复 \d+ 条改动/);
  for (const [name, damage, isTold] of [
    // A log that is cut at its damage is whole but older: the journal brings it level, and there is nothing to tell.
    [/\.log$/, (bytes: Buffer) => bytes.fill(0x55, bytes.length >> 1, (bytes.length >> 1) + 64), false],
    [/MANIFEST/, (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), true],
    [/CURRENT/, (bytes: Buffer) => bytes.fill(0x20), true],
  ] as const) {
    const before = await recordsOfLaptop(running.page);
    await running.kill();
    await changeFile(join(scratch, 'a/profile'), name, damage);
    running = await laptop('a');
    if (isTold) await expect(broken().or(rebuilt())).toBeVisible();
    if (await broken().isVisible()) {
      await running.kill();
      running = await laptop('a');
      await expect(rebuilt()).toBeVisible();
    }
    await expect.poll(() => recordsOfLaptop(running.page)).toEqual(before);
  }
});

test('damage in the middle of the journal is said once, and costs nothing while the database is whole', async ({
  laptop,
  scratch,
}) => {
  const first = await laptop('a', person);
  await importItinerary(first, itinerary);
  const before = await recordsOfLaptop(first.page);
  await first.kill();
  const journal = join(scratch, 'a/journal');
  await changeFile(journal, /\.journal$/, (bytes) =>
    bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 9),
  );
  const second = await laptop('a');
  await expect(second.page.getByText(/本机的日志.*有损坏/)).toBeVisible();
  expect(await recordsOfLaptop(second.page)).toEqual(before);
  await second.kill();
  // What was not sent stands in the journal again: the profile may go as well.
  await removeProfile(join(scratch, 'a/profile'));
  const third = await laptop('a');
  await expect(third.page.getByText(/已从日志恢复/)).toBeVisible();
  expect(await recordsOfLaptop(third.page)).toEqual(before);
});

test('a data folder that was copied from a computer on which it was open starts here, as another device', async ({
  laptop,
  scratch,
}) => {
  const first = await laptop('a', person);
  await importItinerary(first, itinerary);
  const before = await recordsOfLaptop(first.page);
  await first.kill();
  const lock = join(scratch, 'a/profile/SingletonLock');
  await rm(lock, { force: true });
  await symlink('another-computer-4711', lock);
  await writeFile(
    join(scratch, 'a/device.json'),
    JSON.stringify({ device: 'device-of-another', computer: 'another-computer' }),
  );
  const second = await laptop('a');
  expect(await recordsOfLaptop(second.page)).toEqual(before);
  expect(await readFile(join(scratch, 'a/device.json'), 'utf8')).not.toContain('device-of-another');
});

test('twin: with a journal that only says it wrote, the deleted profile takes the words with it', async ({
  laptop,
  scratch,
}) => {
  const first = await laptop('a', person);
  await importItinerary(first, itinerary);
  await first.app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('xunji:journal.append');
    ipcMain.handle('xunji:journal.append', () => ({ ok: true, value: { sequence: 1_000_000 } }));
  });
  await openStop(first.page, '第一组', 2);
  await type(first.page, '这句话没有进日志');
  await first.kill();
  await removeProfile(join(scratch, 'a/profile'));
  const second = await laptop('a');
  await expect(second.page.getByText(/已从日志恢复/)).toBeVisible();
  expect(await allText(second.page)).not.toContain('这句话没有进日志');
});

test('a full disk is said at once, the words stay on the screen, and are saved when there is room', async ({
  laptop,
}) => {
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, itinerary);
  await openStop(page, '第一组', 3);
  await type(page, '磁盘还有空间');
  const line = page.getByRole('textbox', { name: '快速记录' });
  await fillDisk(running, true);
  const slowness = await measureSlowness(running.home);
  await line.pressSequentially('，现在满了');
  const begun = Date.now();
  await expect(page.getByText(/磁盘已满/).first()).toBeVisible();
  const millis = Date.now() - begun;
  expect(millis).toBeLessThan(2000 + (await slowness.stop()));
  await expect(page.getByText('未能保存').first()).toBeVisible();
  await expect(line).toHaveValue('磁盘还有空间，现在满了');
  expect(await allText(page)).not.toContain('现在满了');
  await fillDisk(running, false);
  await untilSaved(page);
  expect(await allText(page)).toContain('磁盘还有空间，现在满了');
});

test('a text is never saved in the middle of an IME composition', async ({ laptop }) => {
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, itinerary);
  await openStop(page, '第一组', 1);
  await page.getByRole('textbox', { name: '快速记录' }).focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'tadiao', selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(1500);
  expect(await allText(page)).not.toContain('tadiao');
  await cdp.send('Input.insertText', { text: '塔吊未验收' });
  await untilSaved(page);
  await expect.poll(() => allText(page)).toContain('塔吊未验收');
  expect(await allText(page)).not.toContain('tadiao');
  // The record comes into being while the next word is being composed already.
  await page.keyboard.press('Enter');
  await cdp.send('Input.insertText', { text: '二层' });
  for (const letters of ['l', 'li', 'lin', 'linb', 'linbi', 'linbia', 'linbian']) {
    const end = { selectionStart: letters.length, selectionEnd: letters.length };
    await cdp.send('Input.imeSetComposition', { text: letters, ...end });
    await page.waitForTimeout(200);
  }
  await page.waitForTimeout(500);
  const text = await allText(page);
  expect(text).toContain('二层');
  expect(text).not.toContain('二层l');
  await cdp.send('Input.insertText', { text: '临边' });
  await expect.poll(() => allText(page)).toContain('二层临边');
  // The field goes away under the hand, as when its record is deleted elsewhere: letters are no words yet, the words before are.
  await cdp.send('Input.insertText', { text: '无栏杆' });
  const end = { selectionStart: 2, selectionEnd: 2 };
  await cdp.send('Input.imeSetComposition', { text: 'zq', ...end });
  await page.evaluate(() => (location.hash = '/'));
  await expect.poll(() => allText(page)).toContain('二层临边无栏杆');
  await page.waitForTimeout(500);
  expect(await allText(page)).not.toContain('zq');
});

/** Changes the largest file of that name under a folder, wherever the engine keeps it. */
async function changeFile(folder: string, name: RegExp, change: (bytes: Buffer) => Buffer): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => name.test(path) && /IndexedDB.*leveldb|journal/.test(path));
  const files = await Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
  const largest = files.sort((a, b) => b.bytes.length - a.bytes.length)[0];
  if (!largest) throw new Error(`no ${name.source} in ${folder}`);
  await writeFile(largest.path, change(largest.bytes));
}

/** The browser of an app that was killed needs a moment to notice that it is alone. */
async function removeProfile(path: string): Promise<void> {
  await rm(path, { recursive: true, maxRetries: 10, retryDelay: 200 });
}

/** Makes every write of main to a file fail as on a full disk, and ends that. */
async function fillDisk({ app }: RunningApp, full: boolean): Promise<void> {
  await app.evaluate(async (_, isFull) => {
    const { open } = process.getBuiltinModule('node:fs/promises');
    const handle = await open(process.execPath, 'r');
    const prototype = Object.getPrototypeOf(handle) as { write: unknown; realWrite?: unknown };
    await handle.close();
    prototype.realWrite ??= prototype.write;
    prototype.write = isFull
      ? () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
      : prototype.realWrite;
  }, full);
}
