import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  addPhotos,
  importItinerary,
  openStop,
  syncNow,
  untilSaved,
  writeNote,
} from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import type { RecordState } from '../../shared/changes/record-state';
import { putEmptyCluster } from '../server/data-directory';
import { expect, test } from './fixtures';
import { holds, itinerary, onLoopback, openSettings, patient, photo } from './hub-scene';

const title = '云澜市2026年第二次重点产业项目观摩督导活动';
const words = '交给枢纽、中心还没有的记录';

test('a hub that loses a tour hands on what colleagues gave it, lets the tour go, says so, and lends it again once it is given back', async ({
  laptop,
  central,
  scratch,
}) => {
  test.setTimeout(420_000);
  const hub = join(scratch, 'a', 'hub', 'data');
  await putEmptyCluster(hub);
  const server = await central('server');
  await server.run('user', 'add', 'zhoumin', '--name', '周敏', '--role', 'administrator');
  const card = await server.card({ login: 'zhoumin' });
  const a = await laptop('a', { settings: { userName: '周敏' }, card, env: onLoopback });
  await importItinerary(a, itinerary);
  await syncNow(a.page);
  // An administrator is shown every tour; from here on this laptop is shown what it was given.
  const tour = await tourOf(a.page);
  await server.run('grant', 'give', 'zhoumin', tour);
  await server.run('user', 'change', 'zhoumin', '--role', 'inspector');
  await openSettings(a.page);
  await a.page.getByRole('button', { name: '开启小组枢纽' }).click();
  const own = a.page.getByRole('region', { name: '小组枢纽' });
  const lends = own.getByRole('checkbox', { name: title });
  await lends.click(patient);
  await own.getByRole('button', { name: '生成加入卡' }).click();
  const b = await laptop('b', { settings: { userName: '李雷' } });
  await openSettings(b.page);
  await b.page.getByRole('button', { name: '加入小组枢纽' }).click();
  await b.page.getByLabel('加入卡').fill(await own.getByLabel('加入卡', { exact: true }).inputValue(patient));
  await b.page.getByLabel('加入卡').press('Enter');
  await expect(b.page.getByText(title)).toBeVisible(patient);

  // The office is out of reach while a colleague writes; meanwhile it takes the tour from whoever has the hub.
  await server.stop();
  await openStop(b.page, '第一组', 1);
  await writeNote(b.page, words);
  await addPhotos(b.page, [photo]);
  await untilSaved(b.page);
  await expect.poll(() => hears(a.page, words), patient).toBe(true);
  const hash = createHash('sha256')
    .update(await readFile(photo))
    .digest('hex');
  await expect.poll(() => holds(join(scratch, 'a', 'files'), hash), patient).toBe(true);
  expect(await filesWith(hub, words)).not.toEqual([]);
  const again = await central('server', { XUNJI_PORT: new URL(server.url).port });
  await again.run('grant', 'take', 'zhoumin', tour);

  // What the hub's screen says: not that somebody forgot to choose, and nothing that could be chosen in vain.
  await expect(own.getByText('不能共享：中心服务器已收回')).toBeVisible({ timeout: 120_000 });
  await expect(lends).toBeHidden();
  await expect(own.getByText('还没有选中活动')).toBeHidden();
  await expect.poll(() => holds(join(scratch, 'server'), hash), patient).toBe(true);
  expect(Object.values(await recordsOfServer(again)).join()).toContain(words);
  await expect.poll(() => filesWith(hub, words), patient).toEqual([]);
  await expect.poll(() => holds(hub, hash), patient).toBe(false);
  await expect(own.getByText(/^已停止共享/)).toBeHidden();
  // A hub takes nothing away from whoever has it already, and what he writes waits there.
  await openSettings(b.page);
  await expect(b.page.getByText('目前只有登记册')).toBeVisible(patient);
  await openStop(b.page, '第一组', 2);
  await writeNote(b.page, '枢纽不再共享以后的记录');
  await untilSaved(b.page);

  await a.page.getByRole('button', { name: '查看', exact: true }).press('Enter');
  const dialog = a.page.getByRole('dialog');
  await dialog.getByRole('checkbox').press('Space');
  await dialog.getByRole('button', { name: '移除', exact: true }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await hears(a.page, words)).toBe(false);
  await expect(own.getByText('本机还没有活动。')).toBeVisible();

  await again.run('grant', 'give', 'zhoumin', tour);
  await syncNow(a.page);
  await expect.poll(() => hears(a.page, words), patient).toBe(true);
  await openSettings(a.page);
  await lends.click();
  await expect.poll(() => hears(a.page, '枢纽不再共享以后的记录'), patient).toBe(true);
  await syncNow(a.page);
  expect(await recordsOfServer(again)).toEqual(await recordsOfLaptop(a.page));
});

async function tourOf(page: Page): Promise<string> {
  const states = Object.values(await recordsOfLaptop(page)).map((json) => JSON.parse(json) as RecordState);
  return states.find(({ kind }) => kind === 'tour')?.scope ?? '';
}

async function hears(page: Page, text: string): Promise<boolean> {
  return Object.values(await recordsOfLaptop(page))
    .join()
    .includes(text);
}

/** The files of the hub, without those of its database itself, in which these words stand. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile() && !/(database|settled)/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const path of paths) if ((await readFile(path)).includes(text)) found.push(path);
  return found;
}
