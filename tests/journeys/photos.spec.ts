import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addRecords } from '../../build/driver/add-records';
import type { RunningApp } from '../../build/driver/launch-app';
import { importItinerary, openTour, untilSaved } from '../../build/driver/laptop';
import { showAs } from '../../build/driver/screen-steps';
import { recordsOfLaptop } from '../../build/driver/read-records';
import type { RecordState } from '../../shared/changes/record-state';
import { plainJpeg, withExif } from './exif-jpeg';
import { expect, test } from './fixtures';
import { longestTask } from './longest-task';
import { atStop, filesOf, itinerary, plainValues } from './photo-files';

/** A whole card with `npm run soak`. */
const pictures = process.env['XUNJI_SOAK'] === '1' ? 500 : 200;

const person = { settings: { userName: '周敏' } };
/** A camera and a microphone that are none. */
const devices = {
  ...person,
  switches: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
};

/** The photo page of the tour that stands open. */
async function openPhotos(page: Page): Promise<void> {
  await openTour(page);
  await page.getByRole('link', { name: '照片', exact: true }).click();
  await expect(page.getByRole('heading', { name: '照片整理' })).toBeVisible();
}

/** A card as cameras write it: folders in folders, films and hidden files between the pictures, one a minute from 08:30 on. */
async function writeCard(folder: string, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const place = join(folder, 'DCIM', `${100 + Math.floor(at / 100)}CANON`);
    await mkdir(place, { recursive: true });
    const minute = 8 * 60 + 30 + at;
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
    await writeFile(
      join(place, `DSC${String(at).padStart(4, '0')}.JPG`),
      withExif(plainJpeg(at), { taken: `2026:11:20 ${time}` }),
    );
    if (at % 50 === 0)
      for (const name of [`MVI_${at}.MP4`, `._DSC${at}.JPG`, `DSC${at}.THM`])
        await writeFile(join(place, name), `none ${at}`);
  }
}

test('a camera card comes in once, may be stopped half-way, and finds its stops by time, place and hand', async ({
  laptop,
  scratch,
}) => {
  test.setTimeout(240_000);
  const card = join(scratch, 'card');
  await writeCard(card, pictures);
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, itinerary);
  await openPhotos(page);
  await page.getByRole('combobox', { name: '照片来自' }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('第一组', { exact: true }).click();
  const folder = page.getByLabel('选择文件夹');
  await folder.setInputFiles(card);
  await expect(page.locator('[data-photo]').first()).toBeVisible();
  await page.getByRole('button', { name: '停止导入' }).click();
  await expect(page.getByText(/^已添加 \d+ 个文件$/)).toBeVisible();
  const half = await filesOf(page);
  expect(half.size).toBeLessThan(pictures);
  // Nothing is half done: a file for every row, a row for every file.
  const kept = await hashesOnDisk(running.home);
  expect(kept).toEqual([...half.values()].map(({ sha256 }) => String(sha256)).toSorted());

  const all = `已添加 ${pictures - half.size} 个文件，${half.size} 个已有未重复添加，0 个未能添加`;
  const busy = await longestTask(page, async () => {
    await folder.setInputFiles(card);
    // Asked for seldom and simply: looking for a text in a page of pictures holds up the window itself.
    await page.waitForFunction(
      (words) => document.querySelector('.import-report .ant-alert-title')?.textContent === words,
      all,
      { polling: 500, timeout: 120_000 },
    );
  });
  process.stdout.write(`longest task of the window while a card comes in: ${busy.toFixed(0)} ms\n`);
  // Pictures that were decoded in the window, or a page drawn anew for each, would take seconds.
  expect(busy).toBeLessThan(100);
  const files = await filesOf(page);
  expect(files.size).toBe(pictures);
  const stopOf = async (name: string) => (await filesOf(page)).get(name)?.['stop'];
  // 08:30 and 08:40 are nearer to the first stop (08:30) than to the second (08:55), 08:50 is not.
  const [first, second] = [await stopOf('DSC0000.JPG'), await stopOf('DSC0020.JPG')];
  expect(first).toBeTruthy();
  expect(await stopOf('DSC0010.JPG')).toBe(first);
  expect(second).not.toBe(first);

  // The camera was 20 minutes slow: one picture whose true time is known corrects all.
  await page.getByRole('button', { name: '相机时钟准确' }).click();
  await expect(page.getByLabel('真实拍摄时间')).toHaveValue(/^2026-11-20T08:30/);
  await page.getByLabel('真实拍摄时间').fill('2026-11-20T08:50');
  await page.getByRole('button', { name: '按此校正' }).click();
  await expect(page.getByRole('button', { name: '相机慢 20:00' })).toBeVisible();
  await expect.poll(() => stopOf('DSC0000.JPG')).toBe(second);
  expect((await filesOf(page)).get('DSC0000.JPG')).toMatchObject({ placed: 'time', clockOffset: 1200 });

  // Where a picture was taken says more than when.
  await page.keyboard.press('Escape');
  const third = await stopWithPosition(running, { latitude: 30.5, longitude: 114.25 });
  await openPhotos(page);
  const buffer = withExif(plainJpeg(900), {
    taken: '2026:11:20 08:31:00',
    latitude: 30.501,
    longitude: 114.25,
  });
  await page.getByLabel('选择照片').setInputFiles([{ name: 'GPS.jpg', mimeType: 'image/jpeg', buffer }]);
  await expect.poll(() => stopOf('GPS.jpg')).toBe(third);
  expect((await filesOf(page)).get('GPS.jpg')).toMatchObject({ placed: 'position' });

  const cell = page.locator('[data-photo]').first();
  await cell.focus();
  await page.keyboard.press('Shift+ArrowRight');
  const byHand = async () => [...(await filesOf(page)).values()].filter(({ placed }) => placed === 'hand');
  // Afterwards the keyboard stands on the next picture, and those that went are chosen no more.
  for (const placed of [2, 3]) {
    await page.keyboard.press('m');
    await expect(page.getByRole('combobox', { name: '点位名称、拼音或首字母' })).toBeFocused();
    await page.keyboard.type('scyzc');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await untilSaved(page);
    await expect.poll(async () => (await byHand()).length).toBe(placed);
  }
});

/** The files that the laptop keeps, by their names, which are their hashes. */
async function hashesOnDisk(home: string): Promise<readonly string[]> {
  const names = await readdir(join(home, 'files'), { recursive: true });
  return names
    .map((name) => name.split('/').at(-1) ?? '')
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .toSorted();
}

/** Tells the register where the site of the third stop lies; the answer is that stop. */
async function stopWithPosition(
  { page }: RunningApp,
  position: { readonly latitude: number; readonly longitude: number },
): Promise<string> {
  const states = Object.values(await recordsOfLaptop(page)).map((json) => JSON.parse(json) as RecordState);
  const records = states.map((state): { kind: string; id: string; [field: string]: unknown } => ({
    ...plainValues(state),
    kind: state.kind,
    id: state.id,
  }));
  const team = records.find(({ kind, name }) => kind === 'team' && name === '第一组');
  const stop = records.find(
    (record) => record.kind === 'stop' && record['team'] === team?.id && record['order'] === 3,
  );
  const site = typeof stop?.['site'] === 'string' ? stop['site'] : '';
  const before = states.find(({ id }) => id === site);
  if (!before) throw new Error('the third stop has no site');
  await addRecords(page, [{ kind: 'site', id: site, tour: 'office', values: { position }, before }]);
  return stop?.id ?? '';
}

/** What a clock shows after so many seconds, under ten: each stands for one second only, and a look may miss it. */
function recordedFor(seconds: number): RegExp {
  return new RegExp(`^0:(0[${seconds}-9]|[1-5]\\d)$`);
}

test('the camera shoots by Enter; a memo has a bar that axe finds nothing serious in, keeps its pinned note, and comes back when a crash cut it off', async ({
  laptop,
}) => {
  const running = await laptop('a', devices);
  const { page } = running;
  await atStop(running);
  await page.getByRole('button', { name: /拍照$/ }).click();
  await expect(page.getByRole('button', { name: /拍摄/ })).toBeEnabled();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已拍 1 张')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('img', { name: /^照片 / })).toHaveCount(1);
  await page.getByRole('button', { name: /录音$/ }).click();
  const line = page.getByRole('textbox', { name: '记到录音的此刻' });
  const recording = page.getByRole('region', { name: '正在录音' });
  await expect(recording.getByText(recordedFor(2))).toBeVisible();
  await line.fill('风机异响');
  await line.press('Enter');
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await showAs(page, theme, 'zh');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  }
  await page.getByRole('button', { name: '结束并保存' }).click();
  await expect(page.getByRole('list', { name: '录音里的记录' }).getByRole('button')).toBeVisible();
  await page.getByRole('list', { name: '录音里的记录' }).getByRole('button').click();
  await expect(page.getByRole('button', { name: '暂停播放' }).first()).toBeVisible();

  await page.getByRole('button', { name: /录音$/ }).click();
  await expect(recording.getByText(recordedFor(4))).toBeVisible();
  await running.kill();
  const again = await laptop('a');
  await expect(again.page.getByText('上次未录完的 1 段录音已恢复')).toBeVisible();
  const sounds = [...(await filesOf(again.page)).values()].filter(({ mime }) => mime === 'audio/webm');
  expect(sounds).toHaveLength(2);
  for (const { seconds } of sounds) expect(Number(seconds)).toBeGreaterThan(1.5);
});
