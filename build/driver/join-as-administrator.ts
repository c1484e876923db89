import type { Page } from '@playwright/test';
import { joinCardText } from '../../shared/protocol/join-card';
import { type RunningServer, samplePassword } from './start-server';

/** Makes an administrator, as the command line does, and lets this laptop join as theirs. Ends on the settings. */
export async function joinAsAdministrator(page: Page, server: RunningServer): Promise<void> {
  await server.run('user', 'add', 'guanli', '--name', '管蕴之', '--role', 'administrator');
  await page.evaluate(() => (location.hash = '/settings'));
  const card = page.getByLabel('入网卡');
  await card.fill(joinCardText(await server.card({ login: 'guanli' })));
  await card.press('Enter');
  await page.getByRole('button', { name: '退出这个单位' }).waitFor();
}

/** Opens administration and gives the password. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByLabel('密码', { exact: true }).fill(samplePassword);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: '账号' }).waitFor();
}
