import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../../build/driver/launch-app';
import { importItinerary, openStop, openTour, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import type { RecordState } from '../../shared/changes/record-state';
import { plainJpeg, samplePhoto, withExif } from './exif-jpeg';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');
const person = { settings: { userName: '周敏' } };
/** A camera and a microphone that are none. */
const devices = {
  ...person,
  switches: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
};

/** The attachments as the database holds them, by name. */
async function filesOf(page: Page): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  for (const json of Object.values(await recordsOfLaptop(page))) {
    if (!json.includes('sha256')) continue;
    const values = plainValues(JSON.parse(json) as RecordState);
    found.set(String(values['name']), values);
  }
  return found;
}

/** Field to value as it is shown. */
function plainValues(state: RecordState): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(state.fields).map(([name, { heads }]) => [name, heads[0]?.value]));
}

/** The photo page of the tour that stands open. */
async function openPhotos(page: Page): Promise<void> {
  await openTour(page);
  await page.getByRole('link', { name: '照片', exact: true }).click();
  await expect(page.getByRole('heading', { name: '照片整理' })).toBeVisible();
}

async function atStop(running: RunningApp, order = 1): Promise<void> {
  await importItinerary(running, itinerary);
  await openStop(running.page, '第一组', order);
  await running.page.getByRole('tab', { name: /照片/ }).click();
}

test('two hundred pictures of a card find their stops by time, and come in only once', async ({ laptop }) => {
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, itinerary);
  await openPhotos(page);
  await page.getByRole('combobox', { name: '照片来自' }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('第一组', { exact: true }).click();
  const pictures = Array.from({ length: 200 }, (_, at) => {
    const minute = 8 * 60 + 30 + at;
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
    const buffer = withExif(plainJpeg(at), { taken: `2026:11:20 ${time}` });
    return { name: `DSC${String(at).padStart(4, '0')}.jpg`, mimeType: 'image/jpeg', buffer };
  });
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles(pictures);
  await expect(page.getByText('已添加 200 个文件')).toBeVisible({ timeout: 90_000 });
  const files = await filesOf(page);
  expect(files.size).toBe(200);
  const stopOf = (name: string) => files.get(name)?.['stop'];
  // 08:30 and 08:40 are nearer to the first stop (08:30) than to the second (08:55), 08:50 is not.
  expect(stopOf('DSC0000.jpg')).toBeTruthy();
  expect(stopOf('DSC0010.jpg')).toBe(stopOf('DSC0000.jpg'));
  expect(stopOf('DSC0020.jpg')).not.toBe(stopOf('DSC0000.jpg'));
  await input.setInputFiles(pictures.slice(0, 3));
  await expect(page.getByText('已添加 0 个文件，3 个已有未重复添加')).toBeVisible();
  await expect(page.getByText(/“DSC0001.jpg”已有，未重复添加（在“.+”）/)).toBeVisible();
  expect((await filesOf(page)).size).toBe(200);

  const first = page.locator('[data-photo]').first();
  await first.focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('combobox', { name: '点位名称、拼音或首字母' })).toBeFocused();
  await page.keyboard.type('scyzc');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await untilSaved(page);
  await expect
    .poll(async () => [...(await filesOf(page)).values()].some(({ placed }) => placed === 'hand'))
    .toBe(true);
});

test('an arrow is drawn by keyboard, the original stays as it was, and the stamped copy is another file', async ({
  laptop,
  scratch,
}) => {
  const running = await laptop('a', person);
  const { app, page } = running;
  await atStop(running);
  const original = await samplePhoto('02-steel-frame.jpg');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([{ name: '钢梁.jpg', mimeType: 'image/jpeg', buffer: original }]);
  await page.getByRole('button', { name: '照片 钢梁.jpg' }).click();
  await page.getByRole('button', { name: '标注' }).click();
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: '箭头 1' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('2');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  const marks = async () => (await filesOf(page)).get('钢梁.jpg')?.['marks'];
  await expect.poll(marks).toEqual([{ kind: 'arrow', x1: 360, y1: 650, x2: 510, y2: 490 }]);
  const copy = join(scratch, 'copy.jpg');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, copy);
  await page.getByRole('button', { name: '导出水印照片' }).click();
  await expect(page.getByText('已导出 1 张，原件不变。')).toBeVisible();
  const stamped = await readFile(copy);
  expect(stamped.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const kept = (await filesOf(page)).get('钢梁.jpg')?.['sha256'];
  expect(kept).toBe(createHash('sha256').update(original).digest('hex'));
});

test('a memo keeps its pinned note, and what a crash cut off is found again at the next start', async ({
  laptop,
}) => {
  const running = await laptop('a', devices);
  const { page } = running;
  await atStop(running);
  await page.getByRole('button', { name: /录音$/ }).click();
  const line = page.getByRole('textbox', { name: '记到录音的此刻' });
  await expect(page.getByText('0:02')).toBeVisible();
  await line.fill('风机异响');
  await line.press('Enter');
  await page.getByRole('button', { name: '结束并保存' }).click();
  await expect(page.getByRole('list', { name: '录音里的记录' }).getByRole('button')).toBeVisible();
  await page.getByRole('list', { name: '录音里的记录' }).getByRole('button').click();
  await expect(page.getByRole('button', { name: '暂停播放' }).first()).toBeVisible();

  await page.getByRole('button', { name: /录音$/ }).click();
  await expect(page.getByText('0:04').first()).toBeVisible();
  await running.kill();
  const again = await laptop('a');
  await expect(again.page.getByText('上次没有录完的 1 段录音已找回')).toBeVisible();
  const sounds = [...(await filesOf(again.page)).values()].filter(({ mime }) => mime === 'audio/webm');
  expect(sounds).toHaveLength(2);
  for (const { seconds } of sounds) expect(Number(seconds)).toBeGreaterThan(1.5);
});

test('the camera takes one picture after the other by Enter', async ({ laptop }) => {
  const { page } = await laptop('a', devices).then(async (running) => {
    await atStop(running);
    return running;
  });
  await page.getByRole('button', { name: /拍照$/ }).click();
  await expect(page.getByRole('button', { name: /拍下/ })).toBeEnabled();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已拍 1 张')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('img', { name: /^照片 / })).toHaveCount(1);
});
