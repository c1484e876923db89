import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { joinAsAdministrator, signIn } from '../../build/driver/join-as-administrator';
import { sampleBackupKey, withBackups } from '../../build/driver/sample-backups';
import { importItinerary, syncNow, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');
const patient = { timeout: 60_000 };

test('an administrator restores a backup in the app: prepared beside the office, put in place by a second act, and what it lacks is handed in again', async ({
  laptop,
  central,
  scratch,
}) => {
  const server = await central('server', await withBackups(scratch));
  const office = await laptop('office', { settings: { userName: '管蕴之' } });
  const { page } = office;
  await joinAsAdministrator(page, server);
  await page.getByRole('link', { name: '管理', exact: true }).click();
  await signIn(page);
  await page.getByRole('tab', { name: '备份' }).click();
  const opens = page.getByRole('button', { name: /^核对或恢复 / });
  await expect(opens.first()).toBeVisible(patient);
  const states = await opens.count();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(opens).toHaveCount(states + 1, patient);

  // What comes after the backup.
  await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await importItinerary(office, itinerary);
  await untilSaved(page);
  await syncNow(page);
  await server.run('user', 'add', 'late', '--name', '后来', '--role', 'inspector');

  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByRole('tab', { name: '备份' }).click();
  await opens.first().click();
  const dialog = page.getByRole('dialog');
  const prepare = dialog.getByRole('button', { name: '准备恢复' });
  await expect(prepare).toBeDisabled();
  await dialog.getByLabel('备份私钥').fill(await generateX25519Identity());
  await prepare.click();
  await expect(dialog.getByText('没有可用的备份，或密钥不符')).toBeVisible(patient);
  await dialog.getByLabel('备份私钥').fill(await sampleBackupKey());
  await prepare.click();
  await expect(dialog.getByText(/^已准备好/)).toBeVisible(patient);
  // The key is not left in the field, and the office goes on meanwhile.
  await expect(dialog.getByLabel('备份私钥')).toHaveValue('');
  expect(await server.run('user', 'list')).toContain('late');
  const replace = dialog.getByRole('button', { name: '替换并重新启动服务器' });
  await expect(replace).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /我明白/ }).click();
  await replace.click();
  await expect(dialog.getByText(/^已恢复到/)).toBeVisible(patient);
  expect(await server.run('user', 'list')).not.toContain('late');
  await dialog.getByRole('button', { name: '完成' }).click();

  // The laptop hands in what the backup lacks.
  await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await syncNow(page);
  await expect.poll(() => recordsOfServer(server), patient).toEqual(await recordsOfLaptop(page));
  expect(Object.keys(await recordsOfServer(server)).length).toBeGreaterThan(50);
});
