import { join } from 'node:path';
import { importItinerary, syncNow, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import { signIn } from '../../electron/office/sign-in';
import { ask } from '../../electron/sync/sync-client';
import { accountPaths, deviceListSchema } from '../../shared/protocol/accounts';
import { joinCardText } from '../../shared/protocol/join-card';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

test('a laptop joins with a card, syncs with its own key, is stopped when it is revoked, and keeps everything, also from another office', async ({
  laptop,
  central,
}) => {
  const server = await central('server');
  await server.run('user', 'add', 'zhoumin', '--name', '周敏', '--role', 'secretary');
  const spare = await server.card({ login: 'zhoumin' });
  const { page, ...rest } = await laptop('a', { settings: { userName: '周敏' } });
  await importItinerary({ page, ...rest }, itinerary);
  await untilSaved(page);

  await page.getByRole('link', { name: '设置', exact: true }).click();
  const card = page.getByLabel('入网卡');
  await card.fill('xunji:join?server=half');
  await expect(page.getByText('这不是完整的入网卡')).toBeVisible();
  await card.fill(joinCardText(spare));
  await card.press('Enter');
  await expect(page.getByText('周敏（zhoumin），文秘')).toBeVisible();
  await syncNow(page);
  expect(await recordsOfLaptop(page)).toEqual(await recordsOfServer(server));

  const line = await signIn(server.url, server.administrator);
  if (!line.ok) throw new Error(line.problem.code);
  const listed = await ask(line.value, accountPaths.devices, {});
  const { devices } = deviceListSchema.parse(listed.ok && (await listed.value.json()));
  expect(devices).toHaveLength(1);
  const revoked = await ask(line.value, `${accountPaths.devices}/${devices[0]?.id}/revoke`, {
    method: 'POST',
  });
  expect(revoked.ok).toBe(true);
  const before = await recordsOfLaptop(page);
  await page.getByRole('link', { name: /^同步状态/ }).click();
  await page.getByRole('button', { name: '立即同步' }).click();
  await expect(page.getByText(/已被管理员停用/).first()).toBeVisible();
  expect(await recordsOfLaptop(page)).toEqual(before);

  await page.getByRole('link', { name: '设置', exact: true }).click();
  await page.getByRole('button', { name: '退出这个单位' }).click();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await expect(page.getByLabel('入网卡')).toBeVisible();

  const other = await central('other');
  await other.run('user', 'add', 'zhoumin', '--name', '周敏', '--role', 'secretary');
  await page.getByLabel('入网卡').fill(joinCardText(await other.card({ login: 'zhoumin' })));
  await page.getByLabel('入网卡').press('Enter');
  await page.getByRole('button', { name: '关闭巡记，下次打开时切换' }).click();
  await rest.app.waitForEvent('close');
  const { page: emptied } = await laptop('a');
  await emptied.getByRole('link', { name: '设置', exact: true }).click();
  await expect(emptied.getByText('周敏（zhoumin），文秘')).toBeVisible();
  await syncNow(emptied);
  expect(await recordsOfLaptop(emptied)).toEqual({});
  expect(await recordsOfServer(other)).toEqual({});
});
