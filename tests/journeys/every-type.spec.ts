import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addRecords } from '../../build/driver/add-records';
import { importItinerary, openStop, untilSaved } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import type { RecordState } from '../../shared/changes/record-state';
import { everyTypeChecklist } from './every-type-checklist';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');
const item = (page: Page, label: string) => page.getByRole('group', { name: new RegExp(`^${label}`) });

test('every type of question and its appearances are answered by keyboard and come back', async ({
  laptop,
}) => {
  const first = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = first;
  const keys = page.keyboard;
  await importItinerary(first, join(samples, 'itinerary.xlsx'));
  await addRecords(page, [everyTypeChecklist]);
  await openStop(page, '第一组', 1);
  await keys.press('Control+7');
  await page.getByRole('button', { name: /全题型检查表/ }).press('Enter');
  await expect(item(page, '文字')).toContainText('照牌匾抄写');
  await item(page, '文字').getByRole('textbox').focus();
  /** Answers the question that has the cursor and goes on to the next one, which must be the one named. */
  const answer = async (text: string, next: string) => {
    await keys.insertText(text);
    await keys.press('Enter');
    await expect(item(page, next).locator(':focus')).toHaveCount(1);
  };
  await answer('江东重工', '长文字');
  await keys.insertText('第一行');
  await keys.press('Enter');
  await keys.insertText('第二行');
  await keys.press('Tab');
  await keys.press('Tab');
  await answer('1234567', '比率');
  await keys.type('272.80');
  await answer('', '日期');
  await expect(item(page, '比率').getByRole('spinbutton')).toHaveValue('272.80');
  await item(page, '年月').locator('input').fill('2026-10');
  await item(page, '年份').getByRole('spinbutton').focus();
  await answer('2019', '时刻');
  await item(page, '时刻').locator('input').fill('09:30');
  await item(page, '日期时刻').locator('input').fill('2026-11-22T08:15');
  await item(page, '快选').getByRole('radio').first().focus();
  await keys.press('2');
  await expect(item(page, '量表').locator(':focus')).toHaveCount(1);
  await keys.press('1');
  await keys.press('Enter');
  await keys.press('1');
  await keys.press('3');
  await keys.press('Enter');
  await keys.type('cxq');
  await keys.press('Enter');
  await item(page, '街道').getByRole('combobox').focus();
  await keys.type('wh');
  await keys.press('Enter');
  await item(page, '排序')
    .getByRole('button', { name: /^移动“电焊工”/ })
    .focus();
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) {
    await keys.press(key);
    // dnd-kit measures between two keys of a carried row.
    await page.waitForTimeout(150);
  }
  await item(page, '范围').getByRole('slider').focus();
  await keys.press('ArrowRight');
  await keys.press('ArrowRight');
  await item(page, '星级').getByRole('radio').first().focus();
  for (let star = 1; star < 4; star += 1) await keys.press('ArrowRight');
  await item(page, '取数').getByRole('spinbutton').focus();
  await keys.insertText('7');
  const add = async (label: string, file: string) => {
    const chooser = page.waitForEvent('filechooser');
    await item(page, label).getByRole('button', { name: '添加文件' }).press('Enter');
    await (await chooser).setFiles(file);
    await expect(item(page, label).getByRole('button', { name: '更换文件' })).toBeVisible();
  };
  await add('照片', join(samples, 'photos/12-blocked-lane.jpg'));
  await add('录音', join(samples, 'itinerary.xlsx'));
  await add('文件', join(samples, 'itinerary.xlsx'));
  await expect(item(page, '只读').getByRole('textbox')).toBeHidden();
  await expect(page.getByText('两倍是 2469134')).toBeVisible();
  await item(page, '有几处').getByRole('spinbutton').focus();
  await keys.insertText('10');
  await expect(page.getByText('最多 9 处')).toBeVisible();
  await keys.press('Backspace');
  await keys.press('Backspace');
  await keys.insertText('2');
  await page.getByRole('region', { name: '处 2' }).getByRole('textbox').fill('北门');
  await item(page, '确认').getByRole('checkbox').press('Space');
  await untilSaved(page);
  await first.kill();

  const second = await laptop('a');
  const again = second.page;
  await openStop(again, '第一组', 1);
  await again.keyboard.press('Control+7');
  const field = (label: string) => item(again, label).locator('input, textarea').first();
  for (const [label, value] of [
    ['文字', '江东重工'],
    ['长文字', '第一行\n第二行'],
    ['金额', '1,234,567'],
    ['比率', '272.80'],
    ['年月', '2026-10'],
    ['年份', '2019'],
    ['时刻', '09:30'],
    ['日期时刻', '2026-11-22T08:15'],
    ['取数', '7'],
    ['有几处', '2'],
  ] as const) {
    await expect(field(label)).toHaveValue(value);
  }
  await expect(field('日期')).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await expect(item(again, '快选').getByRole('radio', { name: '不合格' })).toBeChecked();
  await expect(item(again, '量表').getByRole('radio', { name: '合格', exact: true })).toBeChecked();
  await expect(item(again, '多选').getByRole('checkbox', { name: '电焊工' })).toBeChecked();
  await expect(item(again, '多选').getByRole('checkbox', { name: '管道工' })).toBeChecked();
  await expect(item(again, '街道')).toContainText('望湖街道');
  await expect(item(again, '排序').getByRole('listitem').last()).toContainText('电焊工');
  await expect(item(again, '范围').getByRole('spinbutton')).toHaveValue('4');
  await expect(item(again, '照片').getByRole('img', { name: '12-blocked-lane.jpg' })).toBeVisible();
  await expect(item(again, '文件')).toContainText('itinerary.xlsx');
  await expect(again.getByRole('region', { name: '处 2' }).getByRole('textbox')).toHaveValue('北门');
  await expect(item(again, '确认').getByRole('checkbox')).toBeChecked();
  const stored = Object.values(await recordsOfLaptop(again)).find((one) =>
    one.includes('"kind":"answerSheet"'),
  );
  const { fields } = JSON.parse(stored ?? '') as RecordState;
  const kept = (name: string) => fields[name]?.heads[0]?.value;
  expect(['source', 'who', 'double'].map((name) => kept(`calculated.${name}`))).toEqual([
    '现场',
    '周敏',
    '2469134',
  ]);
  expect(kept('calculated.day_filled')).toMatch(/^\d{4}-/);
  expect([kept('answers.stars'), kept('answers.places[2]/place')]).toEqual(['4', '北门']);
});
