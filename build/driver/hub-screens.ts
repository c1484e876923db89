import { joinCardText } from '../../shared/protocol/join-card';
import type { RunningApp } from './launch-app';
import { type Screen, at, button } from './screen-steps';
import type { RunningServer } from './start-server';

/**
 * The team's hub: being led to one, belonging to one (the office's server serves as it, under the account that the laptop has
 * there), lending this laptop as one. To be walked where nothing comes after: the hub runs on.
 */
export function* hubScreens({ page }: RunningApp, server: RunningServer): Generator<Screen> {
  const panel = page.getByRole('region', { name: '小组枢纽' });
  const card = page.getByLabel('加入卡', { exact: true });
  yield at(page, 'hub-join', '/settings', async () => {
    await button(page, '加入小组枢纽').click();
    await card.fill('xunji:join?server=');
    await card.scrollIntoViewIfNeeded();
  });
  yield at(page, 'hub-joined', '/settings', async () => {
    await card.fill(joinCardText(await server.card({ login: 'guanli' })));
    await card.press('Enter');
    await button(page, '退出这个枢纽').scrollIntoViewIfNeeded();
  });
  yield at(page, 'hub-own', '/settings', async () => {
    await button(page, '退出这个枢纽').click();
    await button(page, '开启小组枢纽').click();
    await button(page, '生成加入卡').click({ timeout: 60_000 });
    await card.waitFor();
    await button(page, '关闭枢纽').click();
    await panel.scrollIntoViewIfNeeded();
  });
}
