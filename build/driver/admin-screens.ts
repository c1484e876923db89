import { joinAsAdministrator, signIn } from './join-as-administrator';
import type { RunningApp } from './launch-app';
import { sampleBackupKey } from './sample-backups';
import { type Screen, at, button, go } from './screen-steps';
import type { RunningServer } from './start-server';

/** Administration of an office whose server `open` starts; the laptop has joined it from then on. */
export async function* adminScreens(
  { page }: RunningApp,
  open: () => Promise<RunningServer>,
): AsyncGenerator<Screen> {
  yield at(page, 'admin-refused', '/admin');
  const server = await open();
  await joinAsAdministrator(page, server);
  yield at(page, 'settings-joined', '/settings');
  yield at(page, 'admin-sign-in', '/admin');
  await go(page, '/');
  await signIn(page);
  const backup = () => page.getByRole('button', { name: /^核对或恢复 / }).last();
  const row = () => page.getByRole('row', { name: /管蕴之/ }).first();
  yield at(page, 'admin-accounts', '/admin', () => row().waitFor());
  yield at(page, 'admin-account', '/admin', () => button(page, '新建账号').click());
  yield at(page, 'admin-card', '/admin', async () => {
    await button(page, '给管蕴之发入网卡').click();
    await button(page, '生成入网卡').click();
    await page.locator('.admin-card-text').waitFor();
  });
  yield at(page, 'admin-devices', '/admin?tab=devices', () => row().waitFor());
  yield at(page, 'admin-revoke', '/admin?tab=devices', () =>
    page
      .getByRole('button', { name: /^停用电脑/ })
      .first()
      .click(),
  );
  yield at(page, 'admin-grants', '/admin?tab=grants', () => row().waitFor());
  yield at(page, 'admin-audit', '/admin?tab=audit', () => row().waitFor());
  yield at(page, 'admin-backups', '/admin?tab=backups', () => backup().waitFor());
  yield at(page, 'admin-backup', '/admin?tab=backups', () => backup().click());
  yield at(page, 'admin-restore', '/admin?tab=backups', async () => {
    await backup().click();
    await page.getByLabel('备份私钥').fill(await sampleBackupKey());
    await button(page, '准备恢复').click();
    await page.getByRole('checkbox', { name: /我明白/ }).waitFor({ timeout: 60_000 });
    await page.getByText(/^恢复后可以进入/).click();
  });
  yield at(page, 'presets', '/presets', async () => {
    const notice =
      '国庆节：10月1日（周四）至7日（周三）放假调休，共7天。10月10日（周六）上班。中秋节另行通知，9月31日。';
    await page.getByLabel(/年的通知$/).fill(notice);
    await page.getByText('这几句没有读懂').waitFor();
  });
  yield at(page, 'admin-office', '/admin?tab=office');
  yield at(page, 'put-away', '/', async () => {
    await page
      .getByRole('button', { name: /的更多操作$/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: '移出本机…' }).click();
    await page.getByRole('dialog').waitFor();
  });
}
