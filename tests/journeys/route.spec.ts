import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { dragByMouse, importItinerary, openStop, openTour, untilSaved } from '../../build/driver/laptop';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');

test('on the way the route is changed by keyboard, each time with a reason, and the plan is kept', async ({
  laptop,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  const keys = page.keyboard;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await page.getByRole('button', { name: '标为已到' }).click();
  await page.getByRole('link', { name: '调整路线' }).click();

  const second = page.getByRole('region', { name: '第一组' }).getByRole('button', { name: /^第 2 位 / });
  const title = ((await second.getAttribute('aria-label')) ?? '').replace(/^第 2 位 |，移动$/g, '');
  await second.focus();
  await keys.press('Alt+Shift+ArrowDown');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: '变动原因' })).toBeFocused();
  await expect(dialog.getByRole('button', { name: /确\s?定/ })).toBeDisabled();
  await keys.insertText('上午停电，改到后面');
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: `第 3 位 ${title}，移动` })).toBeFocused();

  const third = page.getByRole('region', { name: '第一组' }).getByRole('listitem').nth(3);
  await third.getByRole('button', { name: /更多操作/ }).press('Enter');
  await page.getByRole('menuitem', { name: '改去别处' }).click();
  await expect(page.getByRole('combobox', { name: '对象' })).toBeFocused();
  await keys.insertText('云溪老街更新片区');
  await dialog.getByRole('button', { name: '领导临时决定' }).press('Enter');
  await dialog.getByRole('textbox', { name: '变动原因' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '云溪老街更新片区' })).toBeVisible();
  await expect(page.getByText('已调整').first()).toBeVisible();

  // A stop that came in on the way stays one when it is skipped and taken back.
  await keys.press('Alt+s');
  await keys.insertText('下雨');
  await keys.press('Enter');
  await page.getByRole('button', { name: '恢复为计划' }).click();
  await expect(page.getByRole('main').getByText('已调整').first()).toBeVisible();
  await untilSaved(page);

  // Somewhere to look in on as well: with a reason, behind where they have been.
  await page.getByRole('link', { name: '增加点位' }).press('Enter');
  await expect(page.getByRole('combobox', { name: '对象' })).toBeFocused();
  await keys.insertText('澜湾科创服务站');
  await keys.press('Enter');
  await keys.press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: '变动原因' }).fill('顺路察看');
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(stopsOf(page, '第一组').nth(1)).toContainText('澜湾科创服务站');

  await page.getByRole('link', { name: '概览' }).click();
  await page.getByRole('radiogroup', { name: '显示' }).getByText('计划与实际').click();
  const table = page.getByRole('region', { name: '第一组' });
  await expect(table.getByText('计划 20 个，已到 1 个，跳过 1 个，增加 2 个')).toBeVisible();
  const added = table.getByRole('row').filter({ hasText: '澜湾科创服务站' });
  await expect(added).toContainText('临时增加');
  await expect(added).toContainText('顺路察看');
  await expect(table.getByRole('row').filter({ hasText: '上午停电，改到后面' })).toContainText(title);
  await expect(table.getByRole('row').filter({ hasText: '云溪老街更新片区' })).toContainText('代替');
});

test('stops of no team have a route of their own, and are carried into a team by mouse and by key', async ({
  laptop,
  scratch,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  const list = join(scratch, '行程.csv');
  await writeFile(
    list,
    `组别,序号,企业名称,待核实\n第一组,1,甲厂,\n第一组,2,乙厂,\n第一组,3,丙厂,\n第二组,1,丁厂,\n,1,戊厂,组别\n,2,己厂,组别\n`,
  );
  await importItinerary(running, list);
  await openTour(page);
  const loose = page.getByRole('region', { name: '未分组' });
  await expect(loose.getByRole('link')).toHaveText([/戊厂.*组别待核实/, /己厂.*组别待核实/]);
  await page.getByRole('radiogroup', { name: '显示' }).getByText('计划与实际').click();
  await expect(loose.getByRole('row').filter({ hasText: '戊厂' })).toBeVisible();
  await page.getByRole('radiogroup', { name: '显示' }).getByText('路线', { exact: true }).click();
  await loose.getByRole('link', { name: /戊厂/ }).press('Enter');
  await expect(page.getByText('未分组 第 1 站')).toBeVisible();
  await expect(page.getByRole('navigation', { name: '路线' }).getByRole('link', { name: /厂/ })).toHaveCount(
    2,
  );
  await page.getByRole('link', { name: '调整路线' }).press('Enter');

  await page.getByRole('button', { name: '戊厂 的更多操作' }).press('Enter');
  await page.getByRole('menuitem', { name: '移到第二组' }).click();
  await expect(stopsOf(page, '第二组')).toHaveText([/丁厂/, /戊厂/]);
  await dragTo(page, '己厂', stopsOf(page, '第一组').last());
  await expect(stopsOf(page, '第一组')).toHaveText([/甲厂/, /乙厂/, /丙厂/, /己厂/]);
  await expect(loose).toBeHidden();
  await dragTo(page, '甲厂', stopsOf(page, '第一组').nth(2));
  await expect(stopsOf(page, '第一组')).toHaveText([/乙厂/, /丙厂/, /甲厂/, /己厂/]);
  // A team without a stop takes one, too.
  await dragTo(page, '丁厂', stopsOf(page, '第一组').first());
  // Nobody grips a row that is on its way to another place.
  await expect(stopsOf(page, '第二组')).toHaveText([/戊厂/]);
  await dragTo(page, '戊厂', stopsOf(page, '第一组').first());
  await expect(stopsOf(page, '第二组')).toHaveText(['这个组还没有点位']);
  await dragTo(page, '戊厂', stopsOf(page, '第二组').first());
  await expect(stopsOf(page, '第二组')).toHaveText([/戊厂/]);
  await untilSaved(page);
  await page.getByRole('link', { name: '概览' }).click();
  await expect(page.getByRole('region', { name: '第一组' }).getByRole('link')).toHaveText([
    /^1乙厂/,
    /^2丙厂/,
    /^3甲厂/,
    /^4己厂/,
    /^5丁厂/,
  ]);
});

const stopsOf = (page: Page, team: string) =>
  page.getByRole('region', { name: team }).getByRole('list').getByRole('listitem');

/** Carries a stop by its handle with the mouse, as far as a row. */
async function dragTo(page: Page, title: string, row: Locator): Promise<void> {
  await dragByMouse(page, page.getByRole('button', { name: new RegExp(`位 ${title}，移动$`) }), row);
}
