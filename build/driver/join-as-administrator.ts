import type { Page } from '@playwright/test';
import { joinCardText } from '../../shared/protocol/join-card';
import { accountPaths } from '../../shared/protocol/accounts';
import type { RunningServer } from './start-server';

/** What the first administrator of a sample office signs in with. */
export const administratorPassword = 'ten letters and more';

/** Makes the first administrator, as the command line does, and lets this laptop join as theirs. Ends on the settings. */
export async function joinAsAdministrator(page: Page, server: RunningServer): Promise<void> {
  const account = {
    login: 'guanli',
    name: '管蕴之',
    role: 'administrator',
    password: administratorPassword,
  };
  const { id } = await ask<{ id: string }>(server, accountPaths.accounts, account);
  const { code } = await ask<{ code: string }>(server, accountPaths.codes, { account: id });
  await page.evaluate(() => (location.hash = '/settings'));
  const card = page.getByLabel('入网卡');
  await card.fill(joinCardText({ serverUrl: server.url, code, authorityHash: '' }));
  await card.press('Enter');
  await page.getByRole('button', { name: '退出这个单位' }).waitFor();
}

/** Opens administration and gives the password. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByLabel('密码', { exact: true }).fill(administratorPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: '账号' }).waitFor();
}

async function ask<T>(server: RunningServer, path: string, body: object): Promise<T> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.officeKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}
