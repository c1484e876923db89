import { join } from 'node:path';
import { importItinerary, openStop, untilSaved } from '../../build/driver/laptop';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

test('a list of the office is offered where it is written, any other words are as good, and a deadline knows the office’s holidays', async ({
  laptop,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  await importItinerary(running, itinerary);
  await page.evaluate(() => (location.hash = '/presets'));
  await page.getByLabel(/^问题类别/).fill('危化品储存\n有限空间');
  const year = new Date().getFullYear() + 1;
  await page.getByRole('radiogroup', { name: '年份' }).getByText(String(year)).click();
  await page.getByLabel(`${year}年的通知`).fill('3月8日至14日放假。');
  await expect(page.getByText('03-08')).toBeVisible();
  const label = page.locator('.fact-list dt').first();
  const [height, line] = await label.evaluate((one) => [
    one.getBoundingClientRect().height,
    parseFloat(getComputedStyle(one).lineHeight),
  ]);
  expect(height).toBeLessThan((line ?? 0) * 1.5);
  await untilSaved(page);

  await page.evaluate(() => (location.hash = '/'));
  await openStop(page, '第一组', 1);
  const composer = page.getByRole('region', { name: '快速记录' });
  await page.keyboard.press('Control+3');
  await composer.getByRole('textbox', { name: '快速记录' }).fill('仓库通风不足');
  const category = composer.getByLabel('类别');
  await category.fill('有限');
  await page.locator('.ant-select-item-option:visible').filter({ hasText: '有限空间' }).click();
  await expect(category).toHaveValue('有限空间');
  await category.fill('自定的类别');

  const due = composer.getByLabel('整改时限');
  await due.fill('3个工作日内');
  await expect(composer.getByText(/^\d{4}-\d\d-\d\d到期/)).toBeVisible();
  await due.fill(`${year}-03-10`);
  const hint = new RegExp(`^${year}-03-10休息，之后第一个工作日是${year}-03-1[5-7]$`);
  await expect(composer.getByText(hint)).toBeVisible();
  await composer.getByRole('textbox', { name: '快速记录' }).press('Enter');
  await expect(page.getByText('自定的类别').first()).toBeVisible();
  await untilSaved(page);
});
