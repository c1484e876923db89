import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../../build/driver/launch-app';
import { rawSheet, rawWorkbook } from '../electron/tables/raw-workbook';
import { generatedTour } from '../shared/documents/generated-tour';
import { expect, test } from './fixtures';
import { longestTask } from './longest-task';

/** Beside the 1,400 that a tour of 58 stops has of itself. */
const manyRecords = Number(process.env['XUNJI_RECORDS'] ?? 1000);

/** Enough that one task for all of them would be seen. */
const manySites = 4000;

/** The window's own calls, as its screens make them. */
function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([called, given]) => {
      const { xunji } = window as unknown as {
        xunji: { call(name: string, input: unknown): Promise<unknown> };
      };
      return xunji.call(called, given);
    },
    [name, input] as const,
  );
}

/** The answer of a call, and the longest task of the window meanwhile. */
async function timed(page: Page, name: string, input: unknown): Promise<{ answer: unknown; busy: number }> {
  let answer: unknown;
  const busy = await longestTask(page, async () => {
    answer = await call(page, name, input);
  });
  return { answer, busy };
}

/** Counts in the window's own thread, as reading a table there would. */
function holdUp(page: Page): Promise<void> {
  return page.evaluate(() => {
    let sum = 0;
    for (let at = 0; at < 4e8; at += 1) sum += at % 7;
    document.title = sum === 0 ? '' : document.title;
  });
}

async function choose({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

test('a large file is read beside the window, which goes on; what goes out comes back', async ({
  laptop,
  scratch: folder,
}) => {
  const running = await laptop('one', { settings: { userName: '周敏' } });
  const { page } = running;

  const rows = (count: number) =>
    Array.from({ length: count }, (_, row) => {
      const at = row + 1;
      return `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>企业${at}</t></is></c><c r="B${at}"><v>${at}</v></c></row>`;
    }).join('');
  const tooMany = join(folder, '二十万行.xlsx');
  await writeFile(tooMany, rawSheet(rows(200_000)));
  await choose(running, tooMany);
  const refused = await timed(page, 'tables.open', { purpose: 'list' });
  expect(refused.answer).toMatchObject({
    ok: false,
    problem: { code: 'table.tooLarge', details: { file: '二十万行.xlsx', zh: '工作表超过 20,000 行' } },
  });

  const large = join(folder, '两万行.xlsx');
  await writeFile(large, rawSheet(rows(20_000)));
  await choose(running, large);
  const opened = await timed(page, 'tables.open', { purpose: 'list' });
  const { table } = (opened.answer as { value: { table: string } }).value;
  const fetched = await timed(page, 'tables.rows', { table, sheet: 0, from: 0 });
  const taken = (fetched.answer as { value: { rows: unknown[][] } }).value.rows;
  expect(taken[0]).toEqual(['企业1', 1]);
  expect(taken.length).toBeGreaterThan(1000);
  expect(taken.length).toBeLessThan(20_000);
  const busy = [refused, opened, fetched].map((one) => Math.round(one.busy));
  process.stdout.write(
    `longest task of the window, in ms of processor time: 200,000 rows, 20,000 rows, a piece: ${busy.join(', ')}\n`,
  );
  expect(Math.max(...busy)).toBeLessThan(100);
  // The twin: a window that is held up is seen to be.
  expect(await longestTask(page, () => holdUp(page))).toBeGreaterThan(100);

  const list = [
    ['姓名', '职务', '代码'],
    ['顾承昇', '=1+1', '007'],
  ];
  for (const format of ['xlsx', 'csv'] as const) {
    const path = join(folder, `名单.${format}`);
    await choose(running, path);
    const sheets = [{ name: '人员', rows: list }];
    expect(await call(page, 'tables.save', { name: '名单', sheets, format })).toEqual({
      ok: true,
      value: { kind: 'written', name: `名单.${format}` },
    });
    expect((await readFile(path)).byteLength).toBeGreaterThan(20);
    const again = await call(page, 'tables.open', { purpose: 'people' });
    const { value } = again as { value: { table: string } };
    const back = await call(page, 'tables.rows', { table: value.table, sheet: 0, from: 0 });
    expect(back).toEqual({ ok: true, value: { rows: list } });
  }
});

test('the window goes on from the choice of a hostile or large file to its end, whichever importer takes it', async ({
  laptop,
  scratch: folder,
}) => {
  const running = await laptop('one', { settings: { userName: '周敏' } });
  const { page } = running;
  const dialog = page.getByRole('dialog');
  const gaps: Record<string, number> = {};
  const measured = async (title: string, deed: () => Promise<void>) => {
    gaps[title] = Math.round(await longestTask(page, deed));
  };
  const close = async () => {
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await expect(dialog).toBeHidden();
  };

  const itinerary = join(folder, '行程.xlsx');
  const row = (at: number) => `<row r="${at}"><c r="A${at}"><v>${at}</v></c></row>`;
  await writeFile(itinerary, rawSheet(Array.from({ length: 200_000 }, (_, at) => row(at + 1)).join('')));
  await choose(running, itinerary);
  await measured('200,000 rows', async () => {
    await page.getByRole('button', { name: '导入行程' }).first().press('Enter');
    await expect(dialog).toContainText('“行程.xlsx”太大：工作表超过 20,000 行');
  });
  await close();

  const bomb = join(folder, '检查表.xlsx');
  await writeFile(bomb, rawWorkbook({ 'xl/worksheets/sheet1.xml': Buffer.alloc(200 << 20) }));
  await choose(running, bomb);
  await page.getByRole('link', { name: '检查表' }).first().click();
  await measured('a bomb', async () => {
    await page.getByRole('button', { name: '导入 XLSForm' }).press('Enter');
    await expect(dialog).toContainText('“检查表.xlsx”太大');
  });
  await close();

  const register = join(folder, '对象.csv');
  const sites = Array.from({ length: manySites }, (_, at) => `云澜${at}号装备制造有限公司,临江区,${at}`);
  await writeFile(register, ['企业名称,区县,用地（亩）', ...sites].join('\n'));
  await choose(running, register);
  await page.getByRole('link', { name: '登记册' }).click();
  await measured('a register', async () => {
    await page.getByRole('button', { name: '导入表格' }).first().press('Enter');
    await dialog.getByRole('button', { name: '下一步' }).press('Enter');
    await expect(dialog).toContainText(`新增 ${manySites}`, { timeout: 60_000 });
  });
  await measured('saving the register', async () => {
    await dialog.getByRole('button', { name: '导入', exact: true }).press('Enter');
    await expect(dialog).toBeHidden({ timeout: 100_000 });
    await expect(page.getByRole('tab', { name: `对象 ${manySites}` })).toBeVisible({ timeout: 60_000 });
  });

  const tour = generatedTour();
  const notes = Array.from({ length: manyRecords }, (_, at) => ({
    id: `many-${at}`,
    tour: tour.tour.id,
    stop: tour.stops[at % tour.stops.length]?.id,
    text: `第 ${at} 条：现场看了原料库和装置区，请企业一周内补齐台账。`,
  }));
  const large = join(folder, '活动.json');
  await writeFile(large, JSON.stringify({ ...tour, notes: [...tour.notes, ...notes] }));
  await choose(running, large);
  await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await measured('a tour file', async () => {
    await page.getByRole('button', { name: /更多(?!操作)/ }).press('Enter');
    await page.getByRole('menuitem', { name: '导入活动文件' }).click();
    await expect(dialog).toContainText('新增', { timeout: 60_000 });
  });
  await measured('saving it', async () => {
    await dialog.getByRole('button', { name: '导入', exact: true }).press('Enter');
    await expect(dialog).toBeHidden({ timeout: 100_000 });
  });
  process.stdout.write(`longest task of the window, in ms of processor time: ${JSON.stringify(gaps)}\n`);
  expect(Math.max(...Object.values(gaps))).toBeLessThan(100);
});
