import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  addPhotos,
  importItinerary,
  openStop,
  openTour,
  syncNow,
  untilSaved,
  writeNote,
} from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import { putEmptyCluster } from '../server/data-directory';
import { expect, test } from './fixtures';
import { holds, itinerary, onLoopback, openSettings, patient, photo } from './hub-scene';

test('a laptop lends itself as the team’s hub: what a colleague types arrives there, and goes on to the central server', async ({
  laptop,
  central,
  scratch,
}) => {
  test.setTimeout(420_000);
  await putEmptyCluster(join(scratch, 'a', 'hub', 'data'));
  const a = await laptop('a', { settings: { userName: '周敏' }, env: onLoopback });
  await importItinerary(a, itinerary);
  await untilSaved(a.page);
  await openSettings(a.page);
  await a.page.getByRole('button', { name: '开启小组枢纽' }).click();
  const own = a.page.getByRole('region', { name: '小组枢纽' });
  await own.getByRole('checkbox').first().click(patient);
  await own.getByRole('button', { name: '生成加入卡' }).click();
  const card = await own.getByLabel('加入卡', { exact: true }).inputValue(patient);
  // TLS under the hub's own authority, on loopback too.
  expect(card).toMatch(/^xunji:join\?server=https%3A.*authority=[0-9a-f]{64}$/);

  const b = await laptop('b', { settings: { userName: '李雷' } });
  await openSettings(b.page);
  await b.page.getByRole('button', { name: '加入小组枢纽' }).click();
  await b.page.getByLabel('加入卡').fill(card);
  await b.page.getByLabel('加入卡').press('Enter');
  await expect(b.page.getByText('周敏 的枢纽')).toBeVisible();
  await expect(b.page.getByText('共享的活动')).toBeVisible(patient);
  await sameRecords(a.page, b.page);

  await openTour(b.page);
  await openStop(b.page, '第一组', 1);
  await writeNote(b.page, '枢纽上传来的记录');
  await addPhotos(b.page, [photo]);
  await untilSaved(b.page);
  await sameRecords(a.page, b.page);
  const hash = createHash('sha256')
    .update(await readFile(photo))
    .digest('hex');
  await expect.poll(() => holds(join(scratch, 'a', 'files'), hash), patient).toBe(true);
  expect(Object.values(await recordsOfLaptop(a.page)).join()).toContain('枢纽上传来的记录');
  await expect(own.getByText('李雷')).toBeVisible();

  // The hub has it; the central server has not, and nobody says so.
  await b.page.getByRole('link', { name: /^同步状态/ }).click();
  await expect(b.page.getByText('小组枢纽：与枢纽一致')).toBeVisible();
  await expect(b.page.getByText('还没有加入单位')).toBeVisible();
  await expect(b.page.getByText('枢纽上传来的记录')).toBeVisible();
  const server = await central('server');
  await a.close();
  // Somebody else sits where the hub was: it comes up elsewhere, and the colleague's computer finds it by itself.
  const squatter = createServer().listen(Number(new URL(serverOf(card)).port), '127.0.0.1');
  const back = await laptop('a', { card: await server.card(), env: onLoopback });
  await syncNow(back.page);
  expect(await recordsOfServer(server)).toEqual(await recordsOfLaptop(back.page));
  expect(Object.values(await recordsOfServer(server)).join()).toContain('枢纽上传来的记录');
  await expect.poll(() => holds(join(scratch, 'server'), hash), patient).toBe(true);
  // It ran when the app ended, so it runs again, with the colleague's computer still on its list.
  await openSettings(back.page);
  await expect(back.page.getByText('李雷').first()).toBeVisible(patient);
  await openTour(b.page);
  await openStop(b.page, '第一组', 2);
  await writeNote(b.page, '枢纽换了地址以后的记录');
  await untilSaved(b.page);
  const heard = async () => Object.values(await recordsOfLaptop(back.page)).join();
  // A laptop that found nobody asks less and less often, and this one looks for the hub when it next asks.
  await expect.poll(heard, { timeout: 180_000 }).toContain('枢纽换了地址以后的记录');
  squatter.close();

  await back.page.getByRole('button', { name: /^移出 李雷/ }).click();
  await back.page.getByRole('button', { name: '移出这台电脑' }).click();
  await expect(back.page.getByText('已移出')).toBeVisible();
  await b.page.getByRole('link', { name: /^同步状态/ }).click();
  await expect(b.page.getByText('枢纽电脑的使用人已把本机移出')).toBeVisible(patient);
  await back.page.getByRole('button', { name: /^重新允许 李雷/ }).click();
  await expect(back.page.getByText('已移出')).toBeHidden();
  await expect(b.page.getByText('枢纽电脑的使用人已把本机移出')).toBeHidden(patient);
  await expect(b.page.getByText('枢纽换了地址以后的记录')).toBeVisible();
});

function serverOf(card: string): string {
  return new URL(card).searchParams.get('server') ?? '';
}

async function sameRecords(one: Page, other: Page): Promise<void> {
  await expect
    .poll(async () => {
      const [left, right] = [await recordsOfLaptop(one), await recordsOfLaptop(other)];
      return Object.keys(left).length > 0 && JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
    }, patient)
    .toBe(true);
}

function sorted(records: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1));
}
