import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importItinerary, openStop, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import { expect, test } from './fixtures';
import { cardsOf, takeDown } from './take-down';

const samples = join(import.meta.dirname, '../../build/samples');

const lineOf = (page: Page) => page.getByRole('textbox', { name: '快速记录' });

test('every kind of record is taken down by keyboard, becomes a task by one key, and comes back after a restart', async ({
  laptop,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  const keys = page.keyboard;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await takeDown(page, 'Control+4', '希望用电扩容');
  await expect(cardsOf(page).first()).toContainText('诉求');

  // Latin letters choose a kind, too; a full-width space does as well as a narrow one.
  await keys.type('/f ');
  await keys.insertText('到2027年装机目标 8 GW');
  await keys.press('Enter');
  await expect(cardsOf(page).first()).toContainText('装机目标 8 GW');
  await expect(cardsOf(page).first()).toContainText('目标');
  await takeDown(page, 'Control+5', '策　稳岗返还');
  await expect(cardsOf(page).first()).toContainText('送政策');
  await takeDown(page, 'Control+5', '年产值 272.80 亿元 同比 17.23%');
  await expect(cardsOf(page).first()).toContainText('272.80 亿元 同比 17.23%');
  await takeDown(page, 'Control+5', '产能利用率 50%—70%');
  await expect(cardsOf(page).first()).toContainText('50%—70%');

  // Who, how and to whom in eleven keys beside the words, the one that keeps it among them.
  const started = Date.now();
  const around = ['Control+2', 'g', 'c', 's', 'Tab', 'y', 'Tab', 'g', 'y', 'Enter'];
  expect(around.length + 1).toBeLessThanOrEqual(12);
  for (const key of around) await keys.press(key, { delay: 60 });
  await keys.insertText('防护不到位，上面一个人也不许上。');
  await keys.press('Enter');
  expect(Date.now() - started).toBeLessThan(10_000);
  await expect(cardsOf(page).first()).toContainText('顾承昇');
  await expect(cardsOf(page).first()).toContainText('要求');
  await expect(cardsOf(page).first()).toContainText('各有关单位');

  // Somebody who is not on the roster comes onto it with post and unit, from the same field.
  await keys.press('Control+2');
  await keys.insertText('方知远 副局长 临江区住房和城乡建设局');
  await expect(page.getByText('加入人员名册：方知远 副局长 临江区住房和城乡建设局')).toBeVisible();
  await keys.press('Enter');
  await keys.insertText('三天内把栏杆补齐。');
  await keys.press('Enter');
  await expect(cardsOf(page).first()).toContainText('方知远');
  await keys.press('Control+2');
  await keys.type('fzy');
  await expect(page.locator('.person-line').filter({ hasText: '副局长' })).toBeVisible();
  await keys.press('Escape');

  for (const key of ['Control+2', 'Control+2', 'g', 'c', 's', 'Enter']) await keys.press(key, { delay: 60 });
  await keys.insertText('一是各有关单位要抢工期；二是要守住安全底线。');
  await expect(page.getByText('按序号分成 2 段')).toBeVisible();
  await keys.press('Enter');
  await expect(cardsOf(page).nth(0)).toContainText('第 1 段');
  await expect(cardsOf(page).nth(1)).toContainText('要守住安全底线。');

  await keys.press('Control+2');
  await keys.press('Control+2');
  await keys.insertText('年底前必须投产。');
  await keys.press('Alt+t');
  const lead = page.getByRole('combobox', { name: '牵头单位' });
  await expect(lead).toBeFocused();
  await keys.insertText('区发改局');
  await keys.press('Tab');
  await page.getByRole('button', { name: '牵头单位：补充的' }).press('Enter');
  await expect(page.getByRole('button', { name: '牵头单位：领导提出' })).toBeVisible();
  await expect(page.getByText('依据：年底前必须投产。')).toBeVisible();
  await untilSaved(page);
  const before = await recordsOfLaptop(page);
  await running.close();

  const again = await laptop('a');
  expect(await recordsOfLaptop(again.page)).toEqual(before);
  await openStop(again.page, '第一组', 1);
  await expect(cardsOf(again.page)).toHaveCount(11);
  await expect(cardsOf(again.page).first()).toContainText('牵头单位：区发改局');
});

test('keys that follow a change of stop at once are written at the new stop', async ({ laptop }) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  const keys = page.keyboard;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await lineOf(page).focus();
  for (const word of ['abc', 'def', 'ghi']) {
    await keys.press('Alt+ArrowDown');
    await keys.type(word);
    await expect(lineOf(page)).toHaveValue(word);
    await keys.press('Enter');
    await expect(cardsOf(page)).toHaveCount(1);
  }
  await keys.press('Alt+ArrowUp');
  await expect(cardsOf(page)).toContainText('def');
});

test('what is deleted is named and can be brought back', async ({ laptop }) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await takeDown(page, 'Control+4', '希望用电扩容');
  await cardsOf(page).first().getByRole('button', { name: '删除' }).press('Enter');
  await page.getByRole('button', { name: '删除', exact: true }).last().press('Enter');
  await expect(page.getByText('已删除诉求“希望用电扩容”')).toBeVisible();
  await page
    .getByRole('status')
    .getByRole('button', { name: /恢复$/ })
    .press('Enter');
  await expect(cardsOf(page).first()).toContainText('诉求');
});

test('an enterprise signs what was found, drawn or typed, or refuses; the sheet is saved, a finding changed later is said', async ({
  laptop,
}, testInfo) => {
  const folder = testInfo.outputPath();
  await mkdir(folder, { recursive: true });
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  const keys = page.keyboard;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await takeDown(page, 'Control+3', '临边没有防护栏杆');
  await expect(cardsOf(page)).toHaveCount(1);
  await keys.press('Alt+g');
  const dialog = page.getByRole('dialog', { name: '现场签名确认' });
  await expect(dialog.getByRole('textbox', { name: '签名人' })).toBeFocused();
  await keys.insertText('陆行远');
  await expect(dialog).toContainText('1.临边没有防护栏杆（一般）。');
  await dialog.getByRole('radio', { name: '键入姓名' }).focus();
  await keys.press('Space');
  await dialog.getByRole('textbox', { name: '请签名人本人键入姓名' }).fill('陆远');
  await expect(dialog.getByRole('button', { name: '确认签名' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: '请签名人本人键入姓名' }).fill('陆行远');
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(cardsOf(page).first()).toContainText('键入');

  await keys.press('Alt+g');
  await dialog.getByRole('textbox', { name: '签名人' }).fill('易知予');
  const box = await dialog.locator('.signature-field').boundingBox();
  if (!box) throw new Error('no field to sign in');
  await page.mouse.move(box.x + 80, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 240, box.y + 90, { steps: 8 });
  await page.mouse.up();
  await dialog.getByRole('button', { name: '确认签名' }).click();
  await expect(page.getByRole('img', { name: '易知予的签名' })).toBeVisible();
  await expect(page.getByText('签名后有改动')).toHaveCount(0);

  await keys.press('Alt+g');
  await dialog.getByRole('radio', { name: '拒签' }).focus();
  await keys.press('Space');
  await expect(dialog.getByRole('button', { name: '记录拒签' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: '拒签原因' }).fill('称需请示总部');
  await dialog.getByRole('textbox', { name: '见证人' }).fill('沈砚舟');
  await dialog.getByRole('button', { name: '记录拒签' }).press('Enter');
  await expect(cardsOf(page).first()).toContainText('拒绝签名，原因：称需请示总部');

  await page.getByRole('textbox', { name: '问题描述' }).fill('东侧临边没有防护栏杆');
  await expect(page.getByText('签名后有改动')).toHaveCount(3);

  for (const format of ['pdf', 'docx'] as const) {
    const filePath = join(folder, `sheet.${format}`);
    await running.app.evaluate(({ dialog: system }, chosen) => {
      system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, filePath);
    await cardsOf(page)
      .nth(1)
      .getByRole('button', { name: `确认单 ${format.toUpperCase()}` })
      .press('Enter');
    await expect(page.getByText(`已保存：sheet.${format}`)).toBeVisible();
    expect((await readFile(filePath)).subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK');
  }
  await expect(cardsOf(page).nth(1)).toContainText('1.临边没有防护栏杆（一般）。');
});
