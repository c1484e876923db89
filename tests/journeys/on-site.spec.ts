import { join } from 'node:path';
import { addPhotos, importItinerary, openStop, untilSaved } from '../../build/driver/laptop';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');

test('a stop is worked through by keyboard alone, a remark with at most twelve keys besides its text', async ({
  laptop,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  const keys = page.keyboard;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await expect(page.getByRole('button', { name: '进入现场' })).toBeFocused();
  await keys.press('Enter');
  const line = page.getByRole('textbox', { name: '快速记录' });
  await expect(line).toBeFocused();
  await keys.press('Alt+a');
  await expect(page.getByRole('textbox', { name: '到达时间' })).toHaveValue(/^\d\d:\d\d$/);

  const remark = ['Control+2', 'g', 'c', 's', 'Tab', 'y', 'q', 'Enter', 'Control+2'];
  for (const key of remark) await keys.press(key);
  await expect(line).toBeFocused();
  await keys.insertText('防护没有到位，一个人也不许上。');
  await keys.press('Enter');
  expect(remark.length + 1).toBeLessThanOrEqual(12);
  const list = page.getByRole('list', { name: '现场记录' });
  await expect(list.getByRole('listitem').first()).toContainText('顾承昇 要求');

  await keys.press('Control+2');
  await expect(page.getByRole('combobox', { name: '发言人' })).toBeFocused();
  await keys.type('syz');
  await keys.press('Enter');
  await expect(line).toBeFocused();
  await keys.insertText('手续这周办完。');
  await keys.press('Enter');
  await expect(list.getByRole('listitem').first()).toContainText('沈砚舟 强调');

  await keys.press('Control+3');
  await keys.insertText('配电箱未上锁');
  await expect(page.getByRole('radiogroup', { name: '严重程度' }).first()).toBeVisible();
  await keys.press('Alt+3');
  await keys.press('Enter');
  await expect(list.getByRole('listitem').first()).toContainText('重大');

  // Words that were taken back leave no record behind.
  const tab = page.getByRole('tab', { name: /^现场记录/ });
  await expect(tab).toHaveText('现场记录 3');
  await keys.press('Control+1');
  await keys.insertText('看');
  await expect(tab).toHaveText('现场记录 4');
  await keys.press('Backspace');
  for (const key of ['Alt+ArrowDown', 'Alt+ArrowUp']) {
    await keys.press(key);
    await expect(line).toBeFocused();
  }
  await expect(tab).toHaveText('现场记录 3');

  await keys.press('Control+7');
  await expect(
    page
      .getByRole('group', { name: /所需手续是否齐全/ })
      .getByRole('radio')
      .first(),
  ).toBeFocused();
  await keys.press('Alt+ArrowDown');
  await expect(line).toBeFocused();
  await keys.press('Alt+s');
  await keys.insertText('道路施工，改为书面汇报');
  await keys.press('Enter');
  await expect(page.getByText('道路施工，改为书面汇报')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a restart opens the only tour and leads on to the next open stop', async ({ laptop }) => {
  const first = await laptop('a', { settings: { userName: '周敏' } });
  await importItinerary(first, join(samples, 'itinerary.xlsx'));
  await openStop(first.page, '第一组', 1);
  await first.page.getByRole('button', { name: '标为已到' }).click();
  await untilSaved(first.page);
  await first.close();
  const { page } = await laptop('a');
  await expect(page.getByRole('button', { name: '继续现场' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('第一组 第 2 站')).toBeVisible();
  await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await expect(page.getByRole('link', { name: /^打开活动/ })).toBeVisible();
});

test('a photo opens large with its caption, and Escape closes it', async ({ laptop }) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await addPhotos(page, [join(samples, 'photos/02-steel-frame.jpg')]);
  await page.getByLabel('照片说明').fill('钢梁吊装');
  await page.getByRole('button', { name: '照片 钢梁吊装' }).click();
  await expect(
    page.getByRole('dialog', { name: '钢梁吊装' }).getByRole('img', { name: '照片 钢梁吊装' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: '照片 钢梁吊装' })).toBeFocused();
});
