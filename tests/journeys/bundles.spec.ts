import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addPhotos, importItinerary, openStop, untilSaved, writeNote } from '../../build/driver/laptop';
import type { LaunchOptions, RunningApp } from '../../build/driver/launch-app';
import { recordsOfLaptop } from '../../build/driver/read-records';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');

/** What the next dialogs of this laptop answer with: a folder, or a file. */
async function choosing({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

async function goToBundles(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^同步状态/ }).click();
  await page.getByRole('button', { name: '数据包' }).click();
  await page.getByRole('heading', { name: '数据包', level: 1 }).waitFor();
}

/** Gives the card of one laptop to another, as a message would carry it. */
async function exchangeCards(from: RunningApp, to: RunningApp): Promise<void> {
  const card = await from.page.evaluate(async () => {
    const answer = (await window.xunji.call('bundles.describe', {})) as { value: { card: string } };
    return answer.value.card;
  });
  await goToBundles(to.page);
  await to.page.getByRole('textbox', { name: '添加对方的名片' }).fill(card);
  await to.page.getByRole('button', { name: '添加', exact: true }).click();
  await to.page.getByText(/^已添加/).waitFor();
}

async function exportTo({ page, ...app }: RunningApp, receiver: string, folder: string): Promise<string> {
  await choosing({ page, ...app }, folder);
  await goToBundles(page);
  const panel = page.getByRole('region', { name: '导出', exact: true });
  await panel.getByRole('combobox', { name: '活动' }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await page.keyboard.press('Escape');
  await panel.getByRole('checkbox', { name: receiver }).check();
  const before = await readdir(folder);
  await panel.getByRole('button', { name: '导出到文件夹' }).click();
  await panel.getByText(/已写好并读回核对/).waitFor();
  const [name = ''] = (await readdir(folder)).filter((file) => !before.includes(file));
  return join(folder, name);
}

async function openBundle(laptop: RunningApp, path: string): Promise<void> {
  await choosing(laptop, path);
  await goToBundles(laptop.page);
  await laptop.page.getByRole('button', { name: '打开数据包' }).click();
}

async function takeIn(laptop: RunningApp, path: string): Promise<void> {
  await openBundle(laptop, path);
  const dialog = laptop.page.getByRole('dialog');
  await dialog.getByText(/其中 \d+ 条是本机没有的/).waitFor();
  await dialog.getByRole('button', { name: '导入' }).click();
  await laptop.page.getByText(/^已导入 \d+ 条新内容/).waitFor();
}

/** Two laptops, the first with the tour of the sample, and an empty stick. */
async function twoWithStick(
  laptop: (name: string, more: Pick<LaunchOptions, 'settings'>) => Promise<RunningApp>,
  scratch: string,
) {
  const stick = join(scratch, 'stick');
  await mkdir(stick);
  const a = await laptop('a', { settings: { userName: '周敏' } });
  const b = await laptop('b', { settings: { userName: '罗启明' } });
  await importItinerary(a, join(samples, 'itinerary.xlsx'));
  return { stick, a, b };
}

test('two laptops and a stick: what one wrote is on the other, and back, to the same state; the receipt comes home', async ({
  laptop,
  scratch,
}) => {
  const { stick, a, b } = await twoWithStick(laptop, scratch);
  await openStop(a.page, '第一组', 1);
  await writeNote(a.page, '塔吊基础有积水');
  await addPhotos(a.page, [join(samples, 'photos/01-plant-gate.jpg')]);
  await untilSaved(a.page);
  await exchangeCards(b, a);
  await exchangeCards(a, b);

  const first = await exportTo(a, '罗启明', stick);
  await takeIn(b, first);
  expect(await recordsOfLaptop(b.page)).toEqual(await recordsOfLaptop(a.page));

  await openStop(b.page, '第一组', 1);
  await expect(b.page.getByText('塔吊基础有积水')).toBeVisible();
  await writeNote(b.page, '积水已经抽干');
  await untilSaved(b.page);
  const second = await exportTo(b, '周敏', stick);
  await takeIn(a, second);
  const state = await recordsOfLaptop(a.page);
  expect(await recordsOfLaptop(b.page)).toEqual(state);
  expect(Object.values(state).some((record) => record.includes('积水已经抽干'))).toBe(true);
  await expect(a.page.getByText('已收到罗启明的回执')).toBeVisible();

  const photo = async ({ page }: RunningApp) =>
    page.evaluate(async () => {
      const answer = (await window.xunji.call('attachments.list', {})) as { value: { sha256: string[] } };
      return answer.value.sha256.toSorted();
    });
  expect(await photo(b)).toEqual(await photo(a));
  expect(await photo(b)).toHaveLength(1);

  // Again: nothing new, and nothing twice.
  await takeIn(b, first);
  await expect(b.page.getByText('已导入 0 条新内容')).toBeVisible();
  expect(await recordsOfLaptop(b.page)).toEqual(state);
});

test('an unknown sender is compared by fingerprint first; a wrong receiver, a cut and a damaged file are said in words', async ({
  laptop,
  scratch,
}) => {
  const stick = join(scratch, 'stick');
  await mkdir(stick);
  const a = await laptop('a', { settings: { userName: '周敏' } });
  const b = await laptop('b', { settings: { userName: '罗启明' } });
  const c = await laptop('c', { settings: { userName: '顾承昇' } });
  await importItinerary(a, join(samples, 'itinerary.xlsx'));
  await exchangeCards(b, a);
  const path = await exportTo(a, '罗启明', stick);

  await openBundle(c, path);
  await expect(c.page.getByText(/不是写给本机的，无法打开/)).toBeVisible();

  const bytes = await readFile(path);
  const [cut, flipped] = [join(stick, 'cut.xunji'), join(stick, 'flipped.xunji')];
  await writeFile(cut, bytes.subarray(0, bytes.length >> 1));
  const changed = Buffer.from(bytes);
  changed[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(flipped, changed);
  const before = await recordsOfLaptop(b.page);

  await openBundle(b, path);
  const dialog = b.page.getByRole('dialog');
  const shown = await a.page.evaluate(async () => {
    const answer = (await window.xunji.call('bundles.describe', {})) as { value: { fingerprint: string } };
    return answer.value.fingerprint;
  });
  await expect(dialog.getByText(shown)).toBeVisible();
  await dialog.getByRole('textbox', { name: '这台电脑是谁的' }).fill('周敏');
  await dialog.getByRole('button', { name: '指纹一致，打开' }).click();
  await dialog.getByText(/其中 \d+ 条是本机没有的/).waitFor();
  await dialog.getByRole('button', { name: /取\s*消/ }).click();
  expect(await recordsOfLaptop(b.page)).toEqual(before);

  await openBundle(b, cut);
  await expect(b.page.getByText(/“cut.xunji”不完整/)).toBeVisible();
  await openBundle(b, flipped);
  await expect(b.page.getByText(/“flipped.xunji”已损坏或被改动过/)).toBeVisible();
  expect(await recordsOfLaptop(b.page)).toEqual(before);
});

test('a shared folder carries the work of two laptops by itself', async ({ laptop, scratch }) => {
  const share = join(scratch, 'share');
  await mkdir(share);
  const a = await laptop('a', { settings: { userName: '周敏' } });
  const b = await laptop('b', { settings: { userName: '罗启明' } });
  await importItinerary(a, join(samples, 'itinerary.xlsx'));
  await exchangeCards(b, a);
  await exchangeCards(a, b);
  await choosing(b, share);
  await b.page.getByRole('button', { name: '选择文件夹' }).click();
  await b.page.getByText('正在查看文件夹“share”').waitFor();

  await exportTo(a, '罗启明', share);
  await a.page.getByRole('button', { name: '选择文件夹' }).click();
  await a.page.getByRole('switch', { name: '有新内容时也自动写到这个文件夹' }).click();
  await a.page.getByText('自动写给：罗启明').waitFor();
  const state = () => recordsOfLaptop(a.page);
  await expect.poll(() => recordsOfLaptop(b.page), { timeout: 60_000 }).toEqual(await state());

  await openStop(a.page, '第一组', 2);
  await writeNote(a.page, '写进共享文件夹的记录');
  await untilSaved(a.page);
  await expect.poll(() => recordsOfLaptop(b.page), { timeout: 60_000 }).toEqual(await state());
});

test('a computer is revoked where its words wait: they stay with their reason, and wait again once it is allowed', async ({
  laptop,
  scratch,
}) => {
  const { stick, a, b } = await twoWithStick(laptop, scratch);
  await exchangeCards(b, a);
  await exchangeCards(a, b);
  await takeIn(b, await exportTo(a, '罗启明', stick));
  const goToSending = () => b.page.getByRole('link', { name: /^同步状态/ }).click();

  await b.page.getByRole('button', { name: '停用周敏的电脑' }).click();
  await b.page.getByText('已停用', { exact: true }).waitFor();
  await goToSending();
  await expect(b.page.getByText(/写这条内容的电脑已在本机停用/).first()).toBeVisible();
  await expect(b.page.getByText('带来的内容，留在本机，不再传给别人')).toBeVisible();
  // Nobody refused it: each line, and the bar, say what it is.
  await expect(b.page.getByText('未放行', { exact: true }).first()).toBeVisible();
  await expect(b.page.getByText('被拒收 0')).toBeVisible();
  await expect(b.page.getByRole('link', { name: /^同步状态：.*处改动未放行/ })).toBeVisible();
  await expect(b.page.locator('.outgoing-needs')).toHaveCount(0);
  // No office was joined: there is nobody to send it to.
  await expect(b.page.getByRole('button', { name: /重新发送/ })).toHaveCount(0);
  await goToBundles(b.page);
  await b.page.getByRole('button', { name: '取消停用周敏的电脑' }).click();
  await goToSending();
  await expect(b.page.getByText(/^待发送 [1-9]/)).toBeVisible();
  await expect(b.page.getByText(/写这条内容的电脑已在本机停用/)).toHaveCount(0);
});
