import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { importItinerary, openStop, untilSaved } from '../../build/driver/laptop';
import type { RunningApp } from '../../build/driver/launch-app';
import { recordsOfLaptop } from '../../build/driver/read-records';
import type { RecordState } from '../../shared/changes/record-state';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');
const forms = join(import.meta.dirname, '../fixtures/xlsform');
const settings = { settings: { userName: '周敏' } };

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const openList = (page: Page) => page.getByRole('link', { name: '检查表', exact: true }).click();

async function addItem(page: Page, type: string, label = '题目（中文 (zh)）'): Promise<void> {
  const choice = page.getByRole('combobox', { name: '新题的题型' });
  await choice.focus();
  await page.keyboard.press('ArrowDown');
  await choice.fill(type);
  // Enter takes what is lit: whoever types waits to see it.
  await expect(page.locator('.ant-select-item-option-active')).toHaveAttribute('title', type);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /添加$/ }).press('Enter');
  await expect(field(page, label)).toBeFocused();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /发布$/ }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '发布这一版' }).press('Enter');
  await expect(page.getByText('已发布的版本不再改动')).toBeVisible();
}

async function chooseFile({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

test('a checklist is built by keyboard, published and filled; the sheet keeps its version when the next one is out', async ({
  laptop,
}) => {
  const running = await laptop('a', settings);
  const { page } = running;
  const keys = page.keyboard;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openList(page);
  await page.getByRole('button', { name: '新建检查表' }).press('Enter');
  await field(page, '名称').fill('动火作业检查');
  await addItem(page, '单选');
  await keys.insertText('是否办理动火票');
  await expect(field(page, '名字')).toHaveValue('shi_fou_ban_li_dong_huo');
  await page.getByRole('button', { name: '添加选项' }).press('Enter');
  await expect(field(page, '选项 1 的文字 中文 (zh)')).toBeFocused();
  await keys.insertText('是');
  await keys.press('Enter');
  await expect(field(page, '选项 2 的文字 中文 (zh)')).toBeFocused();
  await keys.insertText('否');
  await expect(field(page, '选项 2 的名字')).toHaveValue('fou');

  await addItem(page, '文字');
  await keys.insertText('未办理的原因');
  await field(page, '显示条件').fill("${shi_fou} = 'fou'");
  await expect(page.getByText(/shi_fou/).last()).toBeVisible();
  await expect(page.getByRole('img', { name: '有错误' })).toBeVisible();
  await field(page, '显示条件').fill("${shi_fou_ban_li_dong_huo} = 'fou'");
  await expect(page.getByRole('img', { name: '有错误' })).toBeHidden();

  const preview = page.getByRole('region', { name: '预览' });
  await expect(preview.getByRole('radio', { name: '否' })).toBeAttached();
  await expect(preview.getByRole('group', { name: '未办理的原因' })).toBeHidden();
  await preview.getByRole('radio', { name: '否' }).press('Space');
  await expect(preview.getByRole('group', { name: '未办理的原因' })).toBeVisible();

  const rows = page.getByRole('region', { name: '题目列表' }).getByRole('listitem');
  await rows.nth(1).getByRole('button').focus();
  await keys.press('Alt+ArrowUp');
  await expect(rows.first()).toContainText('未办理的原因');
  await keys.press('Alt+ArrowDown');
  await expect(rows.nth(1)).toContainText('未办理的原因');
  await expect(rows.nth(1).getByRole('button')).toBeFocused();
  await untilSaved(page);
  // Long enough for what was saved to come back: an earlier order must not take the place of the last one.
  await page.waitForTimeout(1_000);
  await expect(rows.nth(1)).toContainText('未办理的原因');
  await publish(page);
  await expect(rows.nth(1)).toContainText('未办理的原因');

  await openStop(page, '第一组', 1);
  await keys.press('Control+7');
  await page.getByRole('button', { name: /动火作业检查/ }).press('Enter');
  const sheet = page.getByRole('region', { name: '动火作业检查' });
  await sheet.getByRole('radio', { name: '否' }).press('Space');
  await sheet.getByRole('group', { name: '未办理的原因' }).getByRole('textbox').fill('以为不用办');
  await untilSaved(page);

  await openList(page);
  await page.getByRole('button', { name: '查看“动火作业检查”' }).press('Enter');
  await page.getByRole('button', { name: '编辑新版' }).press('Enter');
  await page.getByRole('button', { name: /未办理的原因/ }).press('Enter');
  await field(page, '题目（中文 (zh)）').fill('没有办理的原因');
  await untilSaved(page);
  await publish(page);
  await expect(page.getByText('已发布第 2 版')).toBeVisible();

  await openStop(page, '第一组', 1);
  await keys.press('Control+7');
  await expect(page.getByText('这份答卷按第 1 版填写，已发布第 2 版')).toBeVisible();
  await expect(sheet.getByRole('group', { name: '未办理的原因' }).getByRole('textbox')).toHaveValue(
    '以为不用办',
  );
  await openStop(page, '第一组', 2);
  await keys.press('Control+7');
  await page.getByRole('button', { name: /动火作业检查/ }).press('Enter');
  await sheet.getByRole('radio', { name: '否' }).press('Space');
  await expect(sheet.getByRole('group', { name: '没有办理的原因' })).toBeVisible();

  await openList(page);
  await page.getByRole('button', { name: '删除“动火作业检查”' }).press('Enter');
  await page.getByRole('button', { name: '删除', exact: true }).press('Enter');
  await expect(page.getByRole('link', { name: '动火作业检查' })).toBeHidden();
  await openStop(page, '第一组', 1);
  await keys.press('Control+7');
  await expect(sheet.getByRole('group', { name: '未办理的原因' }).getByRole('textbox')).toHaveValue(
    '以为不用办',
  );
});

test('a published XLSForm is imported and exported the same; a faulty one is not taken at all', async ({
  laptop,
  scratch,
}) => {
  const running = await laptop('a', settings);
  const { app, page } = running;
  await openList(page);
  await chooseFile(running, join(forms, 'pyxform/bad_calc.xlsx'));
  await page.getByRole('button', { name: '导入 XLSForm' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('未导入任何内容');
  await expect(dialog.getByRole('button', { name: '导入', exact: true })).toBeHidden();
  await chooseFile(running, join(forms, 'web-forms/socio-economic-survey-v20240515.xlsx'));
  await dialog.getByRole('button', { name: '重新选择文件' }).press('Enter');
  await expect(dialog).toContainText('有 7 处巡记不支持');
  await dialog.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await expect(page.getByText('草稿', { exact: true })).toBeVisible();
  await untilSaved(page);
  const title = await field(page, '名称').inputValue();
  const rows = page.getByRole('region', { name: '题目列表' }).getByRole('listitem');
  const first = await rows.allTextContents();
  await publish(page);

  const exported = join(scratch, 'survey.xlsx');
  await app.evaluate(({ dialog: system }, chosen) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, exported);
  await page.getByRole('button', { name: `导出“${title}”` }).press('Enter');
  await expect(page.getByText(`已存为“${basename(exported)}”`)).toBeVisible();

  await openList(page);
  await chooseFile(running, exported);
  await page.getByRole('button', { name: '导入 XLSForm' }).press('Enter');
  await expect(dialog).toContainText('有 7 处巡记不支持');
  await dialog.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await expect(page.getByText('草稿', { exact: true })).toBeVisible();
  expect(await rows.allTextContents()).toEqual(first);
});

test('a form that reads CSV files is built on, with groups, limits, points, a column and a language of its own, and comes back the same', async ({
  laptop,
  scratch,
}) => {
  const running = await laptop('a', settings);
  const { app, page } = running;
  const keys = page.keyboard;
  const dialog = page.getByRole('dialog');
  const draftTag = page.getByText('草稿', { exact: true });
  async function importForm(form: string, list: string) {
    await openList(page);
    await chooseFile(running, form);
    await page.getByRole('button', { name: '导入 XLSForm' }).press('Enter');
    await expect(dialog.getByRole('button', { name: '选择 fruits.csv' })).toBeVisible();
    await chooseFile(running, list);
    await dialog.getByRole('button', { name: '选择 fruits.csv' }).press('Enter');
    await dialog.getByRole('button', { name: '导入', exact: true }).press('Enter');
    await expect(draftTag).toBeVisible();
  }
  await importForm(join(forms, 'pyxform/pull_data.xlsx'), join(forms, 'pyxform/fruits.csv'));

  await page.getByText('表单设置和语言').click();
  await field(page, '表单编号 form_id').fill('fruit_check');
  await field(page, '新的语言，例如 Français (fr)').fill('Français (fr)');
  await keys.press('Enter');
  const french = field(page, '题目（Français (fr)）');
  await addItem(page, '从名单单选', '题目');
  await keys.insertText('主要品种');
  await french.fill('Espèce');
  await page.getByRole('button', { name: '选择 CSV 名单' }).press('Enter');
  // Beside the field at first, and in the place of the preview a moment later: in both until it is mended.
  const fault = page.getByText('名单“fruits.csv”没有“label”列', { exact: false });
  await expect(fault).toHaveCount(2);
  await field(page, '参数').fill('value=name_key label=name');
  await expect(fault).toHaveCount(0);

  await addItem(page, '重复组', '题目');
  await keys.insertText('隐患');
  await addItem(page, '整数', '题目');
  await keys.insertText('数量');
  await field(page, '答案限制').fill('. <= 10');
  await field(page, '不符合限制时的提示').fill('最多 10 处');
  await addItem(page, '单选', '题目');
  await keys.insertText('等级');
  for (const [n, label, points, row] of [
    [1, '一般', '5', 'a'],
    [2, '重大', '0', 'b'],
  ] as const) {
    await page.getByRole('button', { name: '添加选项' }).press('Enter');
    await expect(field(page, `选项 ${n} 的文字`)).toBeFocused();
    await keys.insertText(label);
    await field(page, `选项 ${n} 的分值`).fill(points);
    if (n === 1) {
      await field(page, '新列的名称').fill('第 1 列');
      await page.getByRole('button', { name: '添加列' }).press('Enter');
      await expect(page.getByText('列名只能用文字、数字')).toBeVisible();
      await field(page, '新列的名称').fill('level');
      await keys.press('Enter');
    }
    await field(page, `选项 ${n} 的 level`).fill(row);
  }
  await field(page, '选项筛选').fill("level = 'a'");

  const preview = page.getByRole('region', { name: '预览' });
  // A preview that comes to the last edit begins anew: not before that is an entry added.
  const first = preview.getByRole('region', { name: '隐患 1' });
  await expect(first.getByRole('radio', { name: '一般' })).toBeAttached();
  await expect(first.getByRole('radio', { name: '重大' })).toHaveCount(0);
  await preview.getByRole('button', { name: '增加“隐患”' }).press('Enter');
  const entry = preview.getByRole('region', { name: '隐患 2' });
  await expect(entry.getByRole('radio', { name: '一般' })).toBeAttached();
  await expect(entry.getByRole('radio', { name: '重大' })).toHaveCount(0);
  await entry.getByRole('group', { name: '数量' }).locator('input').fill('11');
  await keys.press('Tab');
  await expect(entry.getByText('最多 10 处')).toBeVisible();
  await untilSaved(page);
  await publish(page);

  const written = { form: join(scratch, 'fruit.xlsx'), list: join(scratch, 'fruits.csv') };
  for (const [item, path] of [
    ['XLSForm（.xlsx）', written.form],
    ['名单 fruits.csv', written.list],
  ] as const) {
    await app.evaluate(({ dialog: system }, chosen) => {
      system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, path);
    await page.getByRole('button', { name: /^导出/ }).press('Enter');
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByText(`已存为“${basename(path)}”`)).toBeVisible();
  }

  await importForm(written.form, written.list);
  await untilSaved(page);
  const kept = Object.values(await recordsOfLaptop(page))
    .map((text) => JSON.parse(text) as RecordState)
    .filter(({ kind, fields }) => kind === 'checklist' && fields['deleted']?.heads[0]?.value !== true)
    .map(({ fields }) =>
      Object.fromEntries(Object.entries(fields).map(([name, { heads }]) => [name, heads[0]?.value])),
    );
  const [before, after] = [false, true].map((draft) => kept.find((one) => one['draft'] === draft));
  expect(before?.['survey']).toHaveLength(7);
  expect(before?.['choices']).toHaveLength(2);
  expect(before?.['settings']).toMatchObject({ form_id: 'fruit_check' });
  for (const part of ['survey', 'choices', 'settings', 'lists'])
    expect([part, after?.[part]]).toEqual([part, before?.[part]]);
});
