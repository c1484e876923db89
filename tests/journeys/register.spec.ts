import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RunningApp } from '../../build/driver/launch-app';
import { dragByMouse, previewTable, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');
const settings = { settings: { userName: '周敏' } };

async function openTable({ page }: RunningApp, tab: string): Promise<void> {
  await page.getByRole('link', { name: '登记册' }).click();
  await page.getByRole('tab', { name: tab }).click();
}

async function importTable(running: RunningApp, tab: string, file: string): Promise<void> {
  await openTable(running, tab);
  const wizard = await previewTable(running, file);
  await wizard.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await wizard.waitFor({ state: 'hidden' });
}

async function exportTable({ app, page }: RunningApp, format: string, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);
  await page.getByRole('button', { name: '导出', exact: false }).click();
  await page.getByRole('menuitem', { name: format }).click();
  await expect(page.getByText(`已存为“${basename(file)}”`)).toBeVisible();
}

test('units, people and sites come in, go out and come back the same; the order of rank is moved by keyboard and mouse', async ({
  laptop,
  scratch,
}) => {
  const a = await laptop('a', settings);
  const { page } = a;
  await importTable(a, '单位', join(samples, 'register/units.csv'));
  await importTable(a, '人员', join(samples, 'register/people.xlsx'));
  await expect(page.getByRole('button', { name: '秦霁', exact: true })).toBeVisible();
  await importTable(a, '对象', join(samples, 'register/sites.xlsx'));
  await expect(page.getByText('总投资（亿元） 12.50')).toBeVisible();
  await page.getByLabel('在登记册中查找').fill('yfxcl');
  await expect(page.getByRole('button', { name: /膜材料/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /恒岳/ })).toBeHidden();

  await openTable(a, '人员');
  await page.getByRole('button', { name: '移动“温若水”' }).focus();
  for (const place of [3, 2]) {
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByText(`温若水 移到第 ${place} 位`)).toBeAttached();
    await expect(page.getByRole('button', { name: '移动“温若水”' })).toBeFocused();
  }
  await expect(page.locator('.register-name')).toHaveText(['秦霁', '温若水', '司马晴川', '卫知秋']);
  const handle = (name: string) => page.getByRole('button', { name: `移动“${name}”` });
  const dragged = ['温若水', '司马晴川', '卫知秋', '秦霁'];
  await dragByMouse(page, handle('秦霁'), handle('司马晴川'));
  await expect(page.locator('.register-name')).toHaveText(['温若水', '司马晴川', '秦霁', '卫知秋']);
  await dragByMouse(page, handle('卫知秋'), handle('秦霁'));
  await expect(page.locator('.register-name')).toHaveText(dragged);
  await untilSaved(page);

  const before = await recordsOfLaptop(page);
  for (const [tab, file] of [
    ['单位', 'register/units.csv'],
    ['人员', 'register/people.xlsx'],
    ['对象', 'register/sites.xlsx'],
  ] as const) {
    await openTable(a, tab);
    const again = await previewTable(a, join(samples, file));
    await expect(again).toContainText('没有要导入的内容');
    await again.getByRole('button', { name: '完成' }).press('Enter');
    for (const format of ['xlsx', 'csv']) {
      const exported = join(scratch, `${tab}.${format}`);
      await exportTable(a, `.${format}`, exported);
      const back = await previewTable(a, exported);
      await expect(back).toContainText('没有要导入的内容');
      await back.getByRole('button', { name: '完成' }).press('Enter');
    }
  }
  expect(await recordsOfLaptop(page)).toEqual(before);

  const b = await laptop('b', settings);
  for (const tab of ['单位', '人员', '对象']) await importTable(b, tab, join(scratch, `${tab}.xlsx`));
  await openTable(b, '人员');
  await expect(b.page.locator('.register-name')).toHaveText(dragged);
});

test('a roster with mistakes names every cell and imports nothing', async ({ laptop }) => {
  const a = await laptop('a', settings);
  await openTable(a, '人员');
  const faults = await previewTable(a, join(samples, 'broken/people.xlsx'));
  await expect(faults).toContainText('未导入任何内容');
  const cells = faults.locator('tbody tr:visible');
  await expect(cells).toHaveCount(3);
  for (const [index, place] of ['名册2C', '名册3A', '名册5A'].entries())
    await expect(cells.nth(index)).toContainText(place);
  await expect(faults.getByRole('button', { name: '导入', exact: true })).toBeHidden();
  expect(await recordsOfLaptop(a.page)).toEqual({});
});

test('a column with a name of its own is given its meaning by keyboard; the template that is saved comes in as it is', async ({
  laptop,
  scratch,
}) => {
  const a = await laptop('a', settings);
  const { page } = a;
  await openTable(a, '单位');
  const template = join(scratch, '单位模板.xlsx');
  await a.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, template);
  await page.getByRole('button', { name: '模板' }).press('Enter');
  await expect(page.getByText('已存为“单位模板.xlsx”')).toBeVisible();
  await importTable(a, '单位', template);
  await expect(page.locator('.register-name')).toHaveText(['云澜市人民政府', '云澜市示例局']);

  const roster = join(scratch, '名册.csv');
  await writeFile(roster, '名号,所在,干什么的\n顾承昇,云澜市示例局,局长\n');
  await openTable(a, '人员');
  await a.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, roster);
  await page.getByRole('button', { name: '导入表格' }).first().press('Enter');
  const wizard = page.getByRole('dialog');
  for (const [column, meaning] of [
    ['名号', '姓名'],
    ['所在', '单位'],
    ['干什么的', '职务'],
  ] as const) {
    await wizard.getByRole('combobox', { name: `“${column}”` }).focus();
    await page.keyboard.press('Enter');
    const option = page.locator('.ant-select-dropdown:visible').getByTitle(meaning).first();
    await option.waitFor();
    for (let tries = 0; tries < 20; tries += 1) {
      if (((await option.getAttribute('class')) ?? '').includes('option-active')) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  }
  await wizard.getByRole('button', { name: '下一步' }).press('Enter');
  await wizard.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await wizard.waitFor({ state: 'hidden' });
  await expect(page.locator('.ant-table-row', { hasText: '顾承昇' })).toContainText(/局长.*云澜市示例局/);
});

test('an itinerary that was imported is found again: nothing to change, and no second tour', async ({
  laptop,
}) => {
  const a = await laptop('a', settings);
  const { app, page } = a;
  const open = async () => {
    await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
    await app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      },
      join(samples, 'itinerary.xlsx'),
    );
    await page.getByRole('button', { name: '导入行程' }).first().click();
  };
  await open();
  const wizard = page.getByRole('dialog');
  await expect(wizard.getByRole('button', { name: '导入', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await wizard.waitFor({ state: 'hidden' });
  await untilSaved(page);
  const before = await recordsOfLaptop(page);
  await open();
  await expect(wizard).toContainText('活动已在本机，没有需要更新的内容');
  await wizard.getByRole('button', { name: '完成' }).press('Enter');
  expect(await recordsOfLaptop(page)).toEqual(before);
});
