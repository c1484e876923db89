import { join } from 'node:path';
import { importItinerary, syncNow, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import type { RunningServer } from '../../build/driver/start-server';
import { joinCardText } from '../../shared/protocol/join-card';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

test('a laptop joins with a card, syncs with its own key, is stopped when it is revoked, and keeps everything', async ({
  laptop,
  central,
}) => {
  const server = await central('server');
  const { id } = await administrate<{ id: string }>(server, '/api/accounts', {
    login: 'zhoumin',
    name: '周敏',
    role: 'secretary',
  });
  const { code } = await administrate<{ code: string }>(server, '/api/codes', { account: id });
  const { page, ...rest } = await laptop('a', { settings: { userName: '周敏' } });
  await importItinerary({ page, ...rest }, itinerary);
  await untilSaved(page);

  await page.getByRole('link', { name: '设置', exact: true }).click();
  const card = page.getByLabel('入网卡');
  await card.fill('xunji:join?server=half');
  await expect(page.getByText('这不是完整的入网卡')).toBeVisible();
  await card.fill(joinCardText({ serverUrl: server.url, code, authorityHash: '' }));
  await card.press('Enter');
  await expect(page.getByText('周敏（zhoumin），文秘')).toBeVisible();
  await expect(page.getByLabel('接入码')).toHaveCount(0);
  await syncNow(page);
  expect(await recordsOfLaptop(page)).toEqual(await recordsOfServer(server));

  const { devices } = await administrate<{ devices: readonly { id: string; account: string }[] }>(
    server,
    '/api/devices',
  );
  expect(devices.map(({ account }) => account)).toEqual([id]);
  await administrate(server, `/api/devices/${devices[0]?.id}/revoke`, {});
  const before = await recordsOfLaptop(page);
  await page.getByRole('link', { name: /^同步状态/ }).click();
  await page.getByRole('button', { name: '立即同步' }).click();
  await expect(page.getByText(/已被管理员停用/).first()).toBeVisible();
  expect(await recordsOfLaptop(page)).toEqual(before);

  await page.getByRole('link', { name: '设置', exact: true }).click();
  await page.getByRole('button', { name: '退出这个单位' }).click();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await expect(page.getByLabel('入网卡')).toBeVisible();
});

async function administrate<T>(server: RunningServer, path: string, body?: object): Promise<T> {
  const answer = await fetch(server.url + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${server.officeKey}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  return (answer.status === 204 ? null : await answer.json()) as T;
}
