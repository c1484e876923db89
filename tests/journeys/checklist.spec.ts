import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addRecords } from '../../build/driver/add-records';
import { importItinerary, openStop, untilSaved } from '../../build/driver/laptop';
import type { RunningApp } from '../../build/driver/launch-app';
import { expect, test } from './fixtures';
import { hazardChecklist } from '../../build/driver/hazard-checklist';

const samples = join(import.meta.dirname, '../../build/samples');

async function openHazards(running: RunningApp): Promise<Page> {
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await addRecords(page, [hazardChecklist('hazards-1')]);
  await showHazards(page);
  return page;
}

async function showHazards(page: Page): Promise<void> {
  await openStop(page, '第一组', 1);
  await page.keyboard.press('Control+7');
  await page.getByRole('button', { name: /隐患排查表/ }).click();
  await expect(item(page, '消防通道是否畅通')).toBeVisible();
}

const item = (page: Page, label: string) => page.getByRole('group', { name: new RegExp(`^${label}`) });

test('a checklist is filled by keyboard alone, asks only what applies, counts and scores, and is back after a kill', async ({
  laptop,
}) => {
  const first = await laptop('a', { settings: { userName: '周敏' } });
  const page = await openHazards(first);
  const keys = page.keyboard;
  const sheet = page.getByRole('region', { name: '隐患排查表' });
  await expect(sheet).toContainText('已填 0 / 15');
  await item(page, '消防通道是否畅通').getByRole('radio').first().focus();
  await keys.press('2');
  await expect(item(page, '通道不畅的原因')).toBeVisible();
  await expect(sheet).toContainText('0 / 20 分');
  await keys.press('Enter');
  await keys.press('1');
  await expect(sheet).toContainText('10 / 30 分');
  await expect(sheet).toContainText('得分率 33.3%');
  await keys.press('Enter');
  await expect(item(page, '通道不畅的原因').getByRole('textbox')).toBeFocused();
  await keys.press('Tab');
  await expect(page.getByText('请写明原因')).toBeVisible();
  await keys.press('Shift+Tab');
  await keys.insertText('堆放模板');
  await expect(page.getByText('请写明原因')).toBeHidden();
  await keys.press('Enter');
  await keys.insertText('900');
  await expect(page.getByText('人数在 0 到 500 之间')).toBeVisible();
  await keys.press('Control+a');
  await keys.insertText('86');
  await expect(page.getByText('人数在 0 到 500 之间')).toBeHidden();
  await keys.press('Enter');
  await keys.insertText('92.50');
  await keys.press('Enter');
  await keys.press('1');
  await keys.press('3');
  await keys.press('Enter');
  await keys.type('yljd');
  await keys.press('Enter');
  await item(page, '复查日期').locator('input').fill('2026-12-01');
  await item(page, '复查时间').locator('input').fill('09:30');
  await item(page, '整洁程度').getByRole('spinbutton').fill('7');
  await item(page, '风险由高到低').getByRole('button', { name: '“起重工”上移' }).press('Enter');
  await item(page, '已当场告知企业').getByRole('checkbox').press('Space');
  await expect(sheet).toContainText('已填 12 / 16');
  await untilSaved(page);
  await first.kill();

  const again = (await laptop('a')).page;
  await openStop(again, '第一组', 1);
  await again.keyboard.press('Control+7');
  await expect(item(again, '消防通道是否畅通').getByRole('radio', { name: '不合格' })).toBeChecked();
  await expect(item(again, '通道不畅的原因').getByRole('textbox')).toHaveValue('堆放模板');
  await expect(item(again, '在岗人数').getByRole('spinbutton')).toHaveValue('86');
  await expect(item(again, '在场工种').getByRole('checkbox', { name: '架子工' })).toBeChecked();
  await expect(item(again, '所在街道')).toContainText('云岭街道');
  await expect(item(again, '复查时间').locator('input')).toHaveValue('09:30');
  await expect(item(again, '整洁程度').getByRole('spinbutton')).toHaveValue('7');
  await expect(item(again, '风险由高到低').getByRole('listitem').first()).toContainText('起重工');
  await expect(again.getByRole('region', { name: '隐患排查表' })).toContainText('已填 12 / 16');
});

test('entries of a repeat are added and removed, their sum follows, and a photo is an answer', async ({
  laptop,
}) => {
  const first = await laptop('a', { settings: { userName: '周敏' } });
  const page = await openHazards(first);
  await page.getByRole('button', { name: '增加“隐患”' }).click();
  await page.getByRole('button', { name: '增加“隐患”' }).click();
  for (const [index, words] of ['临边无防护', '电缆拖地', '灭火器过期'].entries()) {
    const entry = page.getByRole('region', { name: `隐患 ${index + 1}` });
    await entry.getByRole('textbox').fill(words);
    await entry.getByRole('spinbutton').fill(String(index + 2));
  }
  await expect(page.getByText('隐患共 9 处')).toBeVisible();
  await page.getByRole('button', { name: '删除“隐患 1”' }).click();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText('隐患共 7 处')).toBeVisible();
  await item(page, '现场照片')
    .locator('input[type=file]')
    .setInputFiles(join(samples, 'photos/12-blocked-lane.jpg'));
  await expect(page.getByRole('img', { name: '12-blocked-lane.jpg' })).toBeVisible();
  await untilSaved(page);
  await first.kill();
  const again = (await laptop('a')).page;
  await openStop(again, '第一组', 1);
  await again.keyboard.press('Control+7');
  await expect(again.getByRole('region', { name: '隐患 1' }).getByRole('textbox')).toHaveValue('电缆拖地');
  await expect(again.getByRole('region', { name: '隐患 2' }).getByRole('textbox')).toHaveValue('灭火器过期');
  await expect(again.getByRole('region', { name: '隐患 3' })).toBeHidden();
  await expect(again.getByText('隐患共 7 处')).toBeVisible();
  await expect(again.getByRole('img', { name: '12-blocked-lane.jpg' })).toBeVisible();
});

test('one key makes an issue of a failed item; item, issue and minutes tell of each other', async ({
  laptop,
}) => {
  const page = await openHazards(await laptop('a', { settings: { userName: '周敏' } }));
  await item(page, '消防通道是否畅通').getByRole('radio').first().focus();
  await page.keyboard.press('2');
  await page.keyboard.press('Alt+i');
  const made = page.getByRole('button', { name: '查看由“消防通道是否畅通”转成的问题' });
  await expect(made).toBeVisible();
  await page.keyboard.press('Alt+i');
  const card = page.getByRole('list', { name: '现场记录' }).getByRole('listitem');
  await expect(card).toHaveCount(1);
  await expect(card.getByRole('article')).toBeFocused();
  await expect(card.getByRole('textbox', { name: '问题描述' })).toHaveValue('消防通道是否畅通：不合格');
  await card.getByRole('link', { name: '查看检查项' }).press('Enter');
  await expect(item(page, '消防通道是否畅通').getByRole('radio', { name: '不合格' })).toBeFocused();
  await expect(made).toHaveText(/已转为问题/);
  // The words of the issue may change: what it rests on does not.
  await made.press('Enter');
  await card.getByRole('textbox', { name: '问题描述' }).fill('东门堵了');
  await untilSaved(page);
  await page.getByRole('link', { name: '纪要', exact: true }).click();
  await expect(page.getByText('依据：《隐患排查表》“消防通道是否畅通”：不合格').first()).toBeVisible();
});

test('a sheet keeps its version when a newer one comes, and the newer one takes over what fits', async ({
  laptop,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const page = await openHazards(running);
  await item(page, '消防通道是否畅通').getByRole('radio').first().focus();
  await page.keyboard.press('1');
  await item(page, '在岗人数').getByRole('spinbutton').fill('42');
  await untilSaved(page);
  const { values } = hazardChecklist('hazards-2');
  const survey = (values['survey'] as readonly Readonly<Record<string, string>>[]).flatMap((row) =>
    row['name'] === 'workers'
      ? []
      : [row['name'] === 'exits' ? { ...row, 'label::中文 (zh)': '疏散通道是否畅通' } : row],
  );
  await addRecords(page, [
    {
      kind: 'checklist',
      id: 'hazards-2',
      tour: 'office',
      values: { ...values, survey, family: 'hazards-1', version: '2' },
    },
  ]);
  await showHazards(page);
  await expect(page.getByText('这份答卷按第 1 版填写，已发布第 2 版')).toBeVisible();
  await expect(item(page, '在岗人数').getByRole('spinbutton')).toHaveValue('42');
  await page.getByRole('button', { name: '用新版重填' }).click();
  await expect(
    item(page, '疏散通道是否畅通').getByRole('radio', { name: '合格', exact: true }),
  ).toBeChecked();
  await expect(item(page, '在岗人数')).toBeHidden();
  await expect(page.getByText('这份答卷按第 1 版填写')).toBeHidden();
  await expect(page.getByRole('button', { name: /隐患排查表/ })).toHaveCount(1);
});

test('the words of a checklist follow the language of the window', async ({ laptop }) => {
  const page = await openHazards(await laptop('a', { settings: { userName: '周敏' } }));
  await page.evaluate(() =>
    localStorage.setItem(
      'xunji.appearance',
      JSON.stringify({ theme: 'light', language: 'en', size: 'normal' }),
    ),
  );
  await page.reload();
  await page.getByRole('tab', { name: 'Checklist' }).click();
  await page.getByRole('button', { name: /隐患排查表/ }).click();
  await expect(item(page, 'Are the fire exits clear')).toBeVisible();
  await item(page, 'Workers on site').getByRole('spinbutton').fill('501');
  await expect(page.getByText('Between 0 and 500')).toBeVisible();
});
