import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { untilSaved } from '../../build/driver/laptop';
import type { RunningApp } from '../../build/driver/launch-app';
import { expect, test } from './fixtures';

const forms = join(import.meta.dirname, '../fixtures/xlsform');
const settings = { settings: { userName: '周敏' } };

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const openList = (page: Page) => page.getByRole('link', { name: '检查表', exact: true }).click();

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
  await expect(dialog).toContainText('什么都没有导入');
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

test('CSV files that a form names are asked for and go with it', async ({ laptop }) => {
  const running = await laptop('a', settings);
  const { page } = running;
  await openList(page);
  await chooseFile(running, join(forms, 'pyxform/pull_data.xlsx'));
  await page.getByRole('button', { name: '导入 XLSForm' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await chooseFile(running, join(forms, 'pyxform/fruits.csv'));
  await dialog.getByRole('button', { name: '选择 fruits.csv' }).press('Enter');
  await dialog.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await expect(page.getByText('草稿', { exact: true })).toBeVisible();
  await untilSaved(page);
});
