import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startIssuer } from '../server/access/oidc-issuer';
import { joinAsAdministrator } from '../../build/driver/join-as-administrator';
import type { RunningApp } from '../../build/driver/launch-app';
import { type RunningServer, withProvider } from '../../build/driver/start-server';
import { importItinerary, syncNow, untilSaved } from '../../build/driver/laptop';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

test('an administrator makes an account, a computer joins with its card, is seen, has a tour, is revoked and told', async ({
  laptop,
  central,
  scratch,
}) => {
  const issuer = await startIssuer('xunji', 'a sample secret');
  const server = await central('server', withProvider(issuer.url));
  const office = await laptop('office', { settings: { userName: '管蕴之' } });
  const { page } = office;
  await joinAsAdministrator(page, server);
  await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await importItinerary(office, itinerary);
  await untilSaved(page);
  await syncNow(page);

  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByText('登录名或密码不正确')).toBeVisible();
  const elsewhere = page.getByRole('button', { name: '用单位统一登录' });
  const sentTo = await noteBrowser(office);
  await elsewhere.click();
  await expect.poll(sentTo).toContain(issuer.url);
  const given = await sentTo();
  await page.getByRole('button', { name: /^取\s?消$/ }).click();
  issuer.signsInAs = 'guanli';
  await elsewhere.click();
  await expect.poll(sentTo).not.toBe(given);
  await browse(await sentTo(), server);
  await page.getByRole('tab', { name: '账号' }).waitFor();
  await issuer.close();

  await page.getByRole('button', { name: '新建账号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('周敏');
  await dialog.getByLabel('登录名').fill('zhou min');
  await expect(dialog.getByText('不能有空格')).toBeVisible();
  await dialog.getByLabel('登录名').fill('zhoumin');
  await dialog.getByRole('button', { name: '建立' }).click();
  await page.getByRole('button', { name: '给周敏发入网卡' }).click();
  await page.getByRole('button', { name: '生成入网卡' }).click();
  const card = (await dialog.locator('.admin-card-text').textContent()) ?? '';
  const printed = join(scratch, 'card.pdf');
  await saveTo(office, printed);
  await dialog.getByRole('button', { name: '存为 PDF 打印' }).click();
  await expect(dialog.getByText('已保存：card.pdf')).toBeVisible();
  expect((await readFile(printed)).subarray(0, 5).toString()).toBe('%PDF-');
  await dialog.getByRole('button', { name: '完成' }).click();

  const other = await laptop('other', { settings: { userName: '周敏' } });
  await other.page.getByRole('link', { name: '设置', exact: true }).click();
  await other.page.getByLabel('入网卡').fill(card);
  await other.page.keyboard.press('Enter');
  await expect(other.page.getByText('周敏（zhoumin），检查员')).toBeVisible();
  await expect(other.page.getByRole('link', { name: '管理', exact: true })).toHaveCount(0);
  await other.page.evaluate(() => (location.hash = '/admin'));
  await expect(other.page.getByText('只有管理员能打开这一页')).toBeVisible();
  await syncNow(other.page);

  await page.getByRole('tab', { name: '活动授权' }).click();
  await choose(page, '授权给', /^周敏/);
  await page.getByRole('button', { name: /^授\s?权$/ }).click();
  await expect(page.getByText('已授权给周敏')).toBeVisible();
  await other.page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await syncNow(other.page);
  await other.page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await expect(other.page.locator('.tour-card').first()).toBeVisible();

  await page.evaluate(() => (location.hash = '/presets'));
  await page.getByLabel(/^问题类别/).fill('用电\n危化品');
  await page.getByLabel(/年的通知$/).fill('10月1日至7日放假。10月10日上班。');
  await expect(page.getByText('10-10')).toBeVisible();
  await untilSaved(page);
  await syncNow(page);
  await syncNow(other.page);
  await other.page.evaluate(() => (location.hash = '/presets'));
  await expect(other.page.getByText('只有管理员能修改单位预设')).toBeVisible();
  await expect(other.page.getByText('10-10')).toBeVisible();
  await expect(other.page.getByText('危化品')).toBeVisible();
  await expect(other.page.getByLabel(/^问题类别/)).toHaveCount(0);
  await page.getByRole('link', { name: '管理', exact: true }).click();

  await page.getByRole('tab', { name: '电脑' }).click();
  const line = page.getByRole('row', { name: /周敏/ });
  await expect(line).toContainText('0.1.0');
  await expect(line).not.toContainText('尚未联系');
  await line.getByRole('button', { name: /^停用电脑/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: false }).click();
  await expect(line.getByText(/停用$/)).toBeVisible();
  await other.page.getByRole('link', { name: /^同步状态/ }).click();
  await other.page.getByRole('button', { name: '立即同步' }).click();
  await expect(other.page.getByText(/已被管理员停用/).first()).toBeVisible();

  await page.getByRole('tab', { name: '审计' }).click();
  await expect(page.getByRole('row', { name: /停用电脑/ })).toContainText('管蕴之');
  await choose(page, '操作', '登录失败');
  await expect(page.getByRole('row', { name: /登录失败/ })).toHaveCount(1);
  await page.getByRole('button', { name: '核对全部日志' }).click();
  await expect(page.getByText('全部日志首尾相连')).toBeVisible();
  const file = join(scratch, 'audit.csv');
  await saveTo(office, file);
  await page.getByRole('button', { name: '导出 CSV' }).click();
  await expect(page.getByText('已导出 1 条')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('signIn.failed');

  // A day as it is written everywhere else: year, month, day.
  const from = page.getByRole('textbox', { name: '从', exact: true });
  await from.fill('2099年1月2日');
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  await from.blur();
  await expect(from).toHaveValue('2099-01-02');

  await page.getByRole('tab', { name: '账号' }).click();
  await expect(page.getByRole('row', { name: /zhoumin/ })).toBeVisible();
  await server.kill();
  await page.getByRole('tab', { name: '电脑' }).click();
  await expect(page.getByText(/下面是 .* 时的内容/)).toBeVisible();
  await expect(page.getByRole('row', { name: /周敏/ })).toBeVisible();
});

/** The page that the app last sent the system's browser to, which no test opens. */
async function noteBrowser({ app }: RunningApp): Promise<() => Promise<string>> {
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Reflect.set(globalThis, 'sentTo', url);
  });
  return () => app.evaluate(() => String(Reflect.get(globalThis, 'sentTo') ?? ''));
}

/** What a person does there: signs in and is sent back to the office. */
async function browse(page: string, server: RunningServer): Promise<void> {
  const answer = await fetch(page, { redirect: 'manual' });
  const { pathname, search } = new URL(answer.headers.get('location') ?? '');
  expect(await (await fetch(server.url + pathname + search)).text()).toContain('请回到巡记');
}

/** Where the next file that is saved goes. */
async function saveTo({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option).first().click();
}
