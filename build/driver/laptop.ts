import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { checkTourFile } from '../../shared/tour-file/read-tour-file';
import type { TourFile } from '../../shared/tour-file/tour-file';
import type { RunningApp } from './launch-app';

/** Imports an itinerary the way a person does: button, file, preview, import. Resolves when the tour's card is there. */
export async function importItinerary({ app, page }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.getByRole('button', { name: '导入行程' }).first().click();
  const preview = page.getByRole('dialog');
  await preview.getByRole('button', { name: '导入', exact: true }).click();
  await preview.waitFor({ state: 'hidden' });
}

/** Chooses a file for the table of the register that is shown, and goes on to its preview. */
export async function previewTable({ app, page }: RunningApp, path: string): Promise<Locator> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.getByRole('button', { name: '导入表格' }).first().click();
  const wizard = page.getByRole('dialog');
  await wizard.getByRole('button', { name: '下一步' }).press('Enter');
  await wizard.getByRole('button', { name: '调整对应列' }).waitFor();
  return wizard;
}

/** Exports the tour that is open, from its overview, and reads the file. */
export async function exportTourFile({ app, page }: RunningApp, path: string): Promise<TourFile> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('link', { name: '概览' }).click();
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '活动文件' }).click();
  await page.getByText(`已导出为“${basename(path)}”`).waitFor();
  const checked = checkTourFile(JSON.parse(await readFile(path, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.file;
}

/** Imports a tour file from the list of tours. Resolves when its overview is there. */
export async function importTourFile({ app, page }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.getByRole('button', { name: /更多(?!操作)/ }).press('Enter');
  await page.getByRole('menuitem', { name: '导入活动文件' }).click();
  const wizard = page.getByRole('dialog');
  await wizard.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await wizard.waitFor({ state: 'hidden' });
}

/** Opens the first tour of the list. */
export async function openTour(page: Page): Promise<void> {
  await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await page
    .getByRole('link', { name: /^打开活动/ })
    .first()
    .click();
}

/** Opens the stop of a team with this order. */
export async function openStop(page: Page, team: string, order: number): Promise<void> {
  await openTour(page);
  await page
    .getByRole('region', { name: team })
    .getByRole('link')
    .nth(order - 1)
    .click();
  await page.getByRole('textbox', { name: '快速记录' }).waitFor();
}

export async function writeNote(page: Page, text: string): Promise<void> {
  await choose(page, '记录');
  await quickLine(page, text);
}

export interface RemarkWords {
  readonly speaker: string;
  readonly verb: string;
  readonly addressee: string;
  readonly text: string;
}

export async function writeRemark(page: Page, remark: RemarkWords): Promise<void> {
  await choose(page, '讲话');
  const composer = page.getByRole('region', { name: '快速记录' });
  await composer.getByRole('combobox', { name: '发言人' }).fill(remark.speaker);
  await page.keyboard.press('Enter');
  await composer.getByRole('combobox', { name: '动词' }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(remark.verb, { exact: true }).click();
  await composer.getByRole('combobox', { name: '对象' }).fill(remark.addressee);
  await quickLine(page, remark.text);
}

export interface IssueWords {
  readonly text: string;
  readonly category: string;
  readonly severity: string;
  readonly responsible: string;
}

export async function writeIssue(page: Page, issue: IssueWords): Promise<void> {
  await choose(page, '问题');
  const composer = page.getByRole('region', { name: '快速记录' });
  await composer.getByRole('textbox', { name: '快速记录' }).fill(issue.text);
  await composer.getByText(issue.severity, { exact: true }).click();
  await composer.getByLabel('类别').fill(issue.category);
  await composer.getByLabel('责任单位').fill(issue.responsible);
  await composer.getByRole('textbox', { name: '快速记录' }).press('Enter');
}

/** Adds photos through the file input, as the button does. */
export async function addPhotos(page: Page, paths: readonly string[]): Promise<void> {
  await page.getByRole('tab', { name: /照片/ }).click();
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      mimeType: 'image/jpeg',
      buffer: await readFile(path),
    })),
  );
  await page.locator('input[type=file]').first().setInputFiles(files);
  await page
    .getByRole('img', { name: new RegExp(basename(paths.at(-1) ?? '')) })
    .first()
    .waitFor();
}

/** Takes hold of a handle with the mouse and lets go over another element. */
export async function dragByMouse(page: Page, handle: Locator, over: Locator): Promise<void> {
  await over.scrollIntoViewIfNeeded();
  await handle.scrollIntoViewIfNeeded();
  const [from, to] = [await handle.boundingBox(), await over.boundingBox()];
  if (!from || !to) throw new Error('nothing to drag, or nowhere to drag it to');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + from.width, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
}

/** Waits until everything typed so far is on disk, by the mark that says so. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByText('已保存', { exact: true }).waitFor();
}

async function choose(page: Page, kind: string): Promise<void> {
  await page.getByRole('tab', { name: /现场记录/ }).click();
  await page.getByRole('region', { name: '快速记录' }).getByText(kind, { exact: true }).click();
}

async function quickLine(page: Page, text: string): Promise<void> {
  const line = page.getByRole('textbox', { name: '快速记录' });
  await line.fill(text);
  await line.press('Enter');
}

/** Syncs by hand and waits until nothing is left to send or fetch. */
export async function syncNow(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^同步状态/ }).click();
  await page.getByRole('button', { name: '立即同步' }).click();
  await page.getByText('本机内容已全部送达中心服务器。').waitFor({ timeout: 60_000 });
}
