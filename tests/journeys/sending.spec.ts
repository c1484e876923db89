import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { LaunchOptions, RunningApp } from '../../build/driver/launch-app';
import {
  importItinerary,
  openStop,
  openTour,
  syncNow,
  untilSaved,
  writeNote,
} from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import { go } from '../../build/driver/screen-steps';
import type { RunningServer } from '../../build/driver/start-server';
import type { RecordState } from '../../shared/changes/record-state';
import { startChoosyProxy } from './choosy-proxy';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

test('a record says where it is all the way: here, being sent, refused and why, corrected, delivered', async ({
  laptop,
  central,
}) => {
  const { page, proxy, server } = await syncedLaptop(laptop, await central('server'));
  proxy.refuse((change) => JSON.stringify(change.fields).includes('未验受'));
  await openStop(page, '第一组', 1);
  const letThrough = proxy.hold();
  await writeNote(page, '塔吊未验受');
  await expect(cardOf(page, '塔吊未验受').getByText('正在发送')).toBeVisible();
  await writeNote(page, '脚手架已验收');
  await expect(cardOf(page, '脚手架已验收').getByText('在本机')).toBeVisible();
  await expect(cardOf(page, '塔吊未验受').getByText('正在发送')).toBeVisible();
  letThrough();
  await expect(cardOf(page, '塔吊未验受').getByText('被拒收')).toBeVisible();
  await expect(cardOf(page, '脚手架已验收').getByText('已送达')).toBeAttached();
  await expect(page.getByRole('link', { name: /^同步状态：1 处改动被拒收/ })).toBeVisible();

  await cardOf(page, '塔吊未验受').getByRole('link', { name: '被拒收' }).click();
  await expect(page.getByText('有内容未能送出，需要处理。')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await expect(page.getByText(/字段“内容”.*的内容不合要求/)).toBeVisible();
  await page.getByRole('link', { name: '塔吊未验受' }).click();
  await cardOf(page, '塔吊未验受').getByRole('textbox').fill('塔吊未验收');
  await untilSaved(page);
  await expect(cardOf(page, '塔吊未验收').getByText('已送达')).toBeAttached();
  expect(await recordsOfLaptop(page)).toEqual(await recordsOfServer(server));

  // What only this laptop has can be given up: asked twice, and gone.
  await writeNote(page, '又一条未验受');
  await expect(cardOf(page, '又一条未验受').getByText('被拒收')).toBeVisible();
  await page.getByRole('link', { name: /^同步状态/ }).click();
  await page.getByRole('button', { name: '放弃对“又一条未验受”的改动' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '放弃改动' }).press('Enter');
  await expect(page.getByText('本机内容已全部送达中心服务器。')).toBeVisible();
  const onServer = await recordsOfServer(server);
  expect(await recordsOfLaptop(page)).toEqual(onServer);
  expect(JSON.stringify(onServer)).not.toContain('未验受');
  await proxy.close();
});

test('a tour that the server takes away stays until somebody agrees in two steps, and comes back when it is given back', async ({
  laptop,
  central,
}) => {
  const { page, proxy } = await syncedLaptop(laptop, await central('server'));
  const everything = await recordsOfLaptop(page);
  proxy.showTours(false);
  await page.getByRole('button', { name: '立即同步' }).click();
  await expect(page.getByText('服务器不再允许本机查看 58 个点位的内容。')).toBeVisible();
  expect(await recordsOfLaptop(page)).toEqual(everything);
  // Whoever reads the minutes meanwhile is told that the tour is gone; nothing breaks.
  await openTour(page);
  await go(page, `${new URL(page.url()).hash.slice(1)}/minutes`);
  await expect(page.getByRole('button', { name: '生成文书' })).toBeVisible();
  await page.getByRole('button', { name: '查看', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('云澜市2026年第二次重点产业项目观摩督导活动')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await expect(dialog.getByRole('button', { name: '移除', exact: true })).toBeDisabled();
  await dialog.getByRole('checkbox').press('Space');
  await dialog.getByRole('button', { name: '移除', exact: true }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await expect(page.getByText('没有这个活动')).toBeVisible();
  await page.getByRole('link', { name: /^同步状态/ }).click();
  const left = Object.values(await recordsOfLaptop(page)).map((json) => JSON.parse(json) as RecordState);
  expect(left.length).toBeGreaterThan(0);
  expect(new Set(left.map(({ scope }) => scope))).toEqual(new Set(['office']));
  proxy.showTours(true);
  // 已全部送达 stands there already: only what comes back tells that the exchange is over.
  await page.getByRole('button', { name: '立即同步' }).click();
  await expect.poll(() => recordsOfLaptop(page)).toEqual(everything);
  await proxy.close();
});

/** A laptop whose sample tour is at the server, behind a proxy that can refuse and hold back. */
async function syncedLaptop(
  laptop: (name: string, more: Partial<LaunchOptions>) => Promise<RunningApp>,
  server: RunningServer,
) {
  const proxy = await startChoosyProxy(server);
  const running = await laptop('a', {
    settings: { userName: '周敏' },
    card: await server.card({ url: proxy.url }),
  });
  await importItinerary(running, itinerary);
  await syncNow(running.page);
  return { page: running.page, proxy, server };
}

/** The card on which this text stands in a field. */
function cardOf(page: Page, text: string) {
  return page
    .getByRole('list', { name: '现场记录' })
    .getByRole('listitem')
    .filter({ has: page.locator('textarea').and(page.getByText(text, { exact: true })) });
}
