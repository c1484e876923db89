import { join } from 'node:path';
import { importItinerary, openTour, untilSaved } from '../../build/driver/laptop';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');

test('judges give points by keyboard, and the ranks follow with ties, with what was left out and who is missing', async ({
  laptop,
  scratch,
}) => {
  const first = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = first;
  const keys = page.keyboard;
  await importItinerary(first, join(samples, 'itinerary.xlsx'));
  await openTour(page);
  await page.getByRole('link', { name: '评分', exact: true }).click();
  await page.getByRole('button', { name: '新建评分表' }).click();
  await page.getByRole('combobox', { name: '评委' }).fill('沈砚舟、左思淼、苗一苇、');
  await page.getByLabel('去掉最高分个数').fill('1');
  await page.getByRole('spinbutton', { name: '“项目进度”的权重' }).fill('3');
  await untilSaved(page);
  await page.getByRole('tab', { name: '打分' }).click();
  const cells = page.getByRole('textbox');
  const rows: Readonly<Record<string, readonly string[]>> = {
    沈砚舟: ['10', '9', '8'],
    左思淼: ['8', '8', '7'],
    苗一苇: ['8', '8'],
  };
  for (const [judge, points] of Object.entries(rows)) {
    await page.getByRole('radiogroup', { name: '评委' }).getByText(judge).click();
    await page
      .getByRole('textbox', { name: new RegExp(`^${judge}给`) })
      .first()
      .focus();
    for (const column of [0, 1]) {
      await cells.nth(column).focus();
      for (const figure of points) {
        await keys.insertText(figure);
        await keys.press('Enter');
      }
    }
  }
  await cells.first().fill('11');
  await expect(page.getByText('请填 0 到 10 之间的数，此格尚未保存')).toBeVisible();
  await cells.first().fill('8');
  await untilSaved(page);
  await first.kill();
  const second = await laptop('a');
  const again = second.page;
  await openTour(again);
  await again.getByRole('link', { name: '评分', exact: true }).click();
  await again.getByRole('tab', { name: '排名' }).click();
  const ranking = again.getByRole('table').getByRole('row');
  await expect(ranking.nth(1)).toContainText(/^1.*80\.00/);
  await expect(ranking.nth(2)).toContainText(/^1.*80\.00/);
  await expect(ranking.nth(3)).toContainText(/^3.*70\.00.*苗一苇/);
  await expect(ranking.nth(1)).toContainText('并列');
  await expect(ranking.nth(1).locator('del')).toHaveText('沈砚舟 100.00');
  await expect(ranking.nth(4)).toContainText('未评');
  const exported = join(scratch, 'scores.xlsx');
  await second.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, exported);
  await again.getByRole('button', { name: '导出 Excel' }).press('Enter');
  await expect(again.getByText('已存为“scores.xlsx”')).toBeVisible();
});
