import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import {
  importItinerary,
  openStop,
  syncNow,
  untilSaved,
  writeIssue,
  writeNote,
} from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import { expect, test } from './fixtures';
import { startLossyProxy } from './lossy-proxy';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

test('a lost reply is sent again without effect', async ({ laptop, central }) => {
  const server = await central('server');
  const proxy = await startLossyProxy(server.url);
  const a = await laptop('a', {
    settings: { userName: '周敏' },
    card: await server.card({ url: proxy.url }),
  });
  await importItinerary(a, itinerary);
  await syncNow(a.page);
  proxy.loseReplies(2);
  await openStop(a.page, '第一组', 1);
  await writeNote(a.page, '答复丢了两次的记录');
  await untilSaved(a.page);
  await expect.poll(proxy.lost, { timeout: 60_000 }).toBe(2);
  await syncNow(a.page);
  const onServer = await recordsOfServer(server);
  expect(Object.values(onServer).filter((record) => record.includes('答复丢了两次的记录'))).toHaveLength(1);
  expect(await recordsOfLaptop(a.page)).toEqual(onServer);

  // All of it is at the server: the tour is put away, and comes again by one click.
  await a.page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await a.page.getByRole('button', { name: /更多操作/ }).click();
  await a.page.getByRole('menuitem', { name: '移出本机…' }).click();
  await a.page.getByRole('dialog').getByRole('button', { name: '移出本机' }).click();
  const again = a.page.getByRole('button', { name: /^取回“/ });
  await expect(again).toBeVisible();
  await syncNow(a.page);
  const kept = Object.values(await recordsOfLaptop(a.page)).join();
  expect(kept).not.toContain('答复丢了两次的记录');
  await a.page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await again.click();
  await expect(a.page.getByRole('button', { name: /更多操作/ })).toBeVisible();
  await syncNow(a.page);
  expect(await recordsOfLaptop(a.page)).toEqual(onServer);
  await proxy.close();
});

test('two people set one field offline: both values are shown on both laptops, and one click settles it', async ({
  laptop,
  central,
}) => {
  const server = await central('server');
  const joining = async (userName: string) => ({ settings: { userName }, card: await server.card() });
  const a = await laptop('a', await joining('周敏'));
  await importItinerary(a, itinerary);
  await openStop(a.page, '第一组', 1);
  await writeIssue(a.page, { text: '临边无护栏', category: '安全生产', severity: '较大', responsible: '' });
  await untilSaved(a.page);
  await syncNow(a.page);
  const b = await laptop('b', await joining('罗启明'));
  await syncNow(b.page);

  await a.app.evaluate(({ net }) => void net);
  for (const [each, words] of [
    [a, '三日内加装护栏'],
    [b, '立即停工整改'],
  ] as const) {
    await openStop(each.page, '第一组', 1);
    await each.page.getByRole('button', { name: '展开字段' }).first().click();
    await each.page.getByLabel('整改措施').last().fill(words);
  }
  await untilSaved(a.page);
  await untilSaved(b.page);
  for (const each of [a, b, a]) await syncNow(each.page);

  for (const each of [a, b]) {
    await expect(each.page.getByText('三日内加装护栏', { exact: true })).toBeVisible();
    await expect(each.page.getByText('立即停工整改', { exact: true })).toBeVisible();
  }
  await b.page.getByRole('button', { name: '采用 周敏 的内容' }).click();
  await expect(b.page.getByText('没有冲突')).toBeVisible();
  for (const each of [b, a]) await syncNow(each.page);
  await expect(a.page.getByText('没有冲突')).toBeVisible();
  const onServer = await recordsOfServer(server);
  expect(await recordsOfLaptop(a.page)).toEqual(onServer);
  expect(await recordsOfLaptop(b.page)).toEqual(onServer);
  expect(Object.values(onServer).some((record) => record.includes('三日内加装护栏'))).toBe(true);

  // One composes a word while the other's words arrive: the store has them, the box does not show them yet, and both stay.
  const boxes = [];
  for (const { page } of [a, b]) {
    await openStop(page, '第一组', 1);
    await page.getByRole('button', { name: '展开字段' }).first().click();
    boxes.push(page.getByLabel('整改措施').last());
  }
  const [ofA, ofB] = boxes as [Locator, Locator];
  await ofA.focus();
  await a.page.keyboard.press('Control+End');
  const cdp = await a.page.context().newCDPSession(a.page);
  await cdp.send('Input.imeSetComposition', { text: 'yanshou', selectionStart: 7, selectionEnd: 7 });
  await ofB.fill('现场要求：三日内加装护栏');
  await untilSaved(b.page);
  await syncNow(b.page);
  await a.page.evaluate(() => dispatchEvent(new Event('online')));
  await expect
    .poll(async () => Object.values(await recordsOfLaptop(a.page)).join(), { timeout: 60_000 })
    .toContain('现场要求');
  await cdp.send('Input.insertText', { text: '，验收' });
  await expect(ofA).toHaveValue('现场要求：三日内加装护栏，验收');
});

test('a laptop that was told a server and a key by an earlier version is asked to join, and loses nothing', async ({
  laptop,
  central,
}) => {
  const server = await central('server');
  const settings = { userName: '周敏', serverUrl: server.url, officeKey: 'the key of an earlier version' };
  const a = await laptop('a', { settings });
  await importItinerary(a, itinerary);
  await a.page.getByRole('link', { name: /^同步状态/ }).click();
  await expect(a.page.getByText(/还没有加入单位/).first()).toBeVisible();
  expect(Object.keys(await recordsOfLaptop(a.page)).length).toBeGreaterThan(100);
});
