import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from '../../build/driver/launch-app';
import { importItinerary, openStop, openTour, untilSaved, writeIssue } from '../../build/driver/laptop';
import { checkTourFile } from '../../shared/tour-file/read-tour-file';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');

test('a tour with what its source leaves open is made by hand and comes back unchanged in its file', async ({
  laptop,
  scratch,
}) => {
  const { app, page } = await laptop('a', { settings: { userName: '周敏' } });
  const keys = page.keyboard;
  await page.getByRole('button', { name: '新建活动' }).click();
  await expect(page.getByRole('textbox', { name: '活动名称' })).toBeFocused();
  await keys.insertText('云澜市产业项目集中调研');
  await page.getByRole('textbox', { name: '届次' }).fill('第三次');
  await page.getByRole('combobox', { name: '形式' }).focus();
  for (const form of ['调研', '座谈会']) {
    await keys.insertText(form);
    await keys.press('Enter');
  }
  // On by Tab, with the list still open: neither form is taken out again.
  await keys.press('Tab');
  await expect(page.getByRole('spinbutton', { name: '对外口径点位数' })).toBeFocused();
  await keys.insertText('3');
  const date = page.getByRole('region', { name: '日期' });
  await date.getByRole('textbox', { name: '原文写法' }).fill('10月8日');
  await expect(date.getByText(/未写明年份/)).toBeVisible();
  await expect(date.getByRole('textbox', { name: '推断为（起）' })).toBeDisabled();
  await date.getByRole('textbox', { name: '推断依据' }).fill('报道发布于2024年10月9日');
  await date.getByRole('textbox', { name: '推断为（起）' }).fill('2024-10-08');
  await expect(date.getByText(/推断为 2024-10-08 至 2024-10-08，依据/)).toBeVisible();
  await page.getByRole('button', { name: '添加人员' }).press('Enter');
  await expect(page.getByRole('combobox', { name: '第 1 位姓名' })).toBeFocused();
  await keys.insertText('顾承昇');
  await keys.press('Tab');
  for (const post of ['市委副书记', '市长']) {
    await keys.insertText(post);
    await keys.press('Enter');
  }
  await keys.press('Tab');
  await keys.insertText('带队');
  await untilSaved(page);

  await page.getByRole('tab', { name: '组与人员' }).click();
  // The leader is found among the participants, by letters, and two members are written at once.
  await page.getByRole('combobox', { name: '带队' }).focus();
  await keys.insertText('gcs');
  await keys.press('Enter');
  await page.getByRole('combobox', { name: '成员' }).focus();
  await keys.insertText('丁一苇、方若木');
  await keys.press('Enter');
  await page.getByRole('switch', { name: /来源没有写明分组/ }).press('Space');
  await expect(page.getByText('分组待核实')).toBeVisible();

  // Rows of the roster are as high as their handle: the last one is not cut off.
  await page.getByRole('link', { name: '登记册' }).click();
  await page.getByRole('tab', { name: /^人员/ }).click();
  await expect(page.getByRole('button', { name: '方若木', exact: true })).toBeInViewport();
  await openTour(page);
  await page.getByRole('link', { name: '行程', exact: true }).click();
  await page.getByRole('tab', { name: '路线' }).click();
  for (const name of ['望湖算力中心', '云溪老街更新片区']) {
    await page.getByRole('button', { name: /^给第1组增加点位/ }).click();
    await expect(page.getByRole('combobox', { name: '对象' })).toBeFocused();
    await keys.insertText(name);
    // Nothing on the register is called so: Enter goes on to the time. A double click makes no second stop.
    await keys.press('Enter');
    await expect(page.getByRole('textbox', { name: '计划时间' })).toBeFocused();
    await keys.insertText('9点半');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).dblclick();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('09:30');
  }
  await page.getByRole('button', { name: '修改 云溪老街更新片区' }).press('Enter');
  await page.getByRole('switch', { name: '所在地待核实' }).press('Space');
  // A stage that is none of the usual ones, typed faster than a disk writes, and with an input method.
  await page.getByRole('combobox', { name: '阶段' }).focus();
  await keys.type('T0 phase ', { delay: 10 });
  const input = await page.context().newCDPSession(page);
  for (const letters of ['za', 'zaijian'])
    await input.send('Input.imeSetComposition', {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  await input.send('Input.insertText', { text: '在建' });
  await keys.press('Tab');
  await page.getByRole('tab', { name: '点位组' }).click();
  await page.getByRole('button', { name: '添加点位组' }).press('Enter');
  await page.getByRole('textbox', { name: '主题' }).fill('数字产业');
  await page.getByRole('combobox', { name: '包括的点位' }).focus();
  await keys.insertText('whsl');
  await keys.press('Enter');
  await keys.press('Escape');
  await page.getByRole('switch', { name: /以“等”收尾/ }).press('Space');
  await page.getByRole('textbox', { name: '结尾用语' }).fill('等一批项目');
  await page.getByRole('textbox', { name: '察看情况' }).fill('看了机房和展厅');
  await untilSaved(page);

  await page.getByRole('link', { name: '概览' }).click();
  await expect(page.getByText('合计不符：口径 3 个，所列 2 个')).toBeVisible();

  // What is said at one stop of a group may be meant for all of it.
  await page.getByRole('link', { name: /望湖算力中心/ }).press('Enter');
  await expect(page.getByRole('textbox', { name: '快速记录' })).toBeFocused();
  await keys.press('Control+2');
  for (const key of ['g', 'c', 's', 'Enter']) await keys.press(key);
  await keys.insertText('要用好存量机房。');
  await keys.press('Enter');
  await page.getByRole('button', { name: '展开字段' }).press('Enter');
  await page.getByRole('combobox', { name: '场合' }).press('ArrowDown');
  await page.locator('.ant-select-dropdown:visible').getByTitle('点位组 数字产业').click();
  await untilSaved(page);
  await page.getByRole('link', { name: '概览' }).click();
  const path = join(scratch, 'tour.json');
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '活动文件' }).click();
  await expect(page.getByText('已导出为', { exact: false })).toBeVisible();
  const checked = checkTourFile(JSON.parse(await readFile(path, 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  const { tour, teams, groups, stops, sites, people, remarks } = checked.file;
  expect(remarks).toMatchObject([{ occasion: 'group', group: groups[0]?.id, stop: stops[0]?.id }]);
  expect(tour).toMatchObject({
    title: '云澜市产业项目集中调研',
    series: '第三次',
    forms: ['调研', '座谈会'],
    statedTotal: 3,
    date: {
      asWritten: '10月8日',
      from: '2024-10-08',
      to: '2024-10-08',
      basis: '报道发布于2024年10月9日',
    },
    participants: [{ name: '顾承昇', posts: ['市委副书记', '市长'], role: '带队' }],
  });
  expect(people.map(({ name, posts, rank }) => [name, posts, rank])).toEqual([
    ['顾承昇', ['市委副书记', '市长'], 1],
    ['丁一苇', [], 2],
    ['方若木', [], 3],
  ]);
  expect(teams).toMatchObject([{ certain: false, leader: people[0]?.id }]);
  expect(groups).toMatchObject([
    { topic: '数字产业', complete: false, tail: '等一批项目', observed: '看了机房和展厅' },
  ]);
  expect(stops.map(({ order, plannedOrder, plannedAt }) => [order, plannedOrder, plannedAt])).toEqual([
    [1, 1, '09:30'],
    [2, 2, '09:30'],
  ]);
  expect(stops.map(({ group }) => group)).toEqual([groups[0]?.id, '']);
  expect(stops.map(({ stage }) => stage)).toEqual(['', 'T0 phase 在建']);
  expect(stops.map(({ districtCertain }) => districtCertain)).toEqual([true, false]);
  expect(sites.map(({ name }) => name)).toEqual(['望湖算力中心', '云溪老街更新片区']);

  // Its itinerary as a workbook changes nothing where it came from.
  const table = join(scratch, '行程.xlsx');
  await chooseFile(app, table);
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '行程表（.xlsx）' }).click();
  await expect(page.getByText('已存为“行程.xlsx”')).toBeVisible();
  await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await page.getByRole('button', { name: '导入行程' }).click();
  await expect(page.getByRole('dialog').getByText(/已在本机，没有需要更新的内容/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  // The same file twice changes nothing; one with faults names each by its path and brings nothing in.
  await chooseFile(app, path);
  await openMenuEntry(page, '导入活动文件');
  await expect(page.getByRole('dialog').getByText(/已在本机，没有需要更新的内容/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).press('Enter');

  const other = await laptop('b', { settings: { userName: '何静' } });
  const broken = join(scratch, 'broken.json');
  await writeFile(
    broken,
    JSON.stringify({ ...checked.file, stops: [{ ...stops[0], team: 'nobody', order: 'x' }] }),
  );
  await chooseFile(other.app, broken);
  await openMenuEntry(other.page, '导入活动文件');
  const wizard = other.page.getByRole('dialog');
  await expect(wizard.getByText(/有 1 处错误，未导入任何内容/)).toBeVisible();
  await expect(wizard.getByText('stops[0].order')).toBeVisible();
  await chooseFile(other.app, path);
  await wizard.getByRole('button', { name: '重新选择文件' }).press('Enter');
  await expect(wizard.getByText('新增', { exact: false }).first()).toBeVisible();
  await wizard.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await expect(other.page.getByText('合计不符：口径 3 个，所列 2 个')).toBeVisible();
  const again = join(scratch, 'again.json');
  await chooseFile(other.app, again);
  await other.page.getByRole('button', { name: '导出' }).click();
  await other.page.getByRole('menuitem', { name: '活动文件' }).click();
  await expect(other.page.getByText('已导出为“again.json”')).toBeVisible();
  expect(JSON.parse(await readFile(again, 'utf8'))).toEqual(JSON.parse(await readFile(path, 'utf8')));

  // Taken back and wanted after all: the file brings it back.
  await other.page.keyboard.press('Control+z');
  await expect(other.page.getByText('合计不符：口径 3 个，所列 2 个')).toBeHidden();
  await other.page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await chooseFile(other.app, path);
  await openMenuEntry(other.page, '导入活动文件');
  await expect(wizard.getByRole('checkbox', { name: /^恢复在本机已删除的 \d+ 条$/ })).toBeChecked();
  await wizard.getByRole('button', { name: '导入', exact: true }).press('Enter');
  await expect(other.page.getByText('合计不符：口径 3 个，所列 2 个')).toBeVisible();
});

async function chooseFile(app: RunningApp['app'], path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

async function openMenuEntry(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /更多(?!操作)/ }).press('Enter');
  await page.getByRole('menuitem', { name }).click();
}

test('an issue of an earlier tour stands in the dossier and is marked when somebody looks again', async ({
  laptop,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  const site = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('button', { name: '标为已到' }).click();
  await writeIssue(page, { text: '临边无护栏', category: '安全生产', severity: '重大', responsible: '' });
  await untilSaved(page);

  await page.getByRole('link', { name: '巡记，返回活动列表' }).click();
  await page.getByRole('button', { name: '新建活动' }).click();
  await page.getByRole('textbox', { name: '活动名称' }).fill('回头看');
  await page.getByRole('tab', { name: '路线' }).click();
  await page.getByRole('button', { name: /^给第1组增加点位/ }).click();
  await expect(page.getByRole('combobox', { name: '对象' })).toBeFocused();
  await page.keyboard.insertText(site);
  await expect(page.locator('.site-line').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '计划时间' }).press('Enter');
  await page.getByRole('button', { name: `${site} 的更多操作` }).press('Enter');
  await page.getByRole('menuitem', { name: '打开点位' }).click();

  const dossier = page.getByRole('complementary', { name: '点位资料' });
  await expect(dossier.getByRole('region', { name: '以往到访' })).toContainText('1 个问题');
  const open = dossier.getByRole('region', { name: '未办结问题' });
  await expect(open).toContainText('临边无护栏');
  await open.getByText('已整改').click();
  await open.getByRole('textbox', { name: '回头看情况' }).fill('护栏已装好');
  await untilSaved(page);
  await expect(open.getByText('没有未办结的问题')).toBeVisible();
  await page.getByRole('link', { name: '纪要', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('回头看：此前所提“临边无护栏”问题已整改，护栏已装好。');
  await page.goBack();
  await expect(open.getByRole('textbox', { name: '回头看情况' })).toHaveValue('护栏已装好');
});

test('the checks say what is missing, and every team gets a handbook', async ({ laptop }) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await page.getByRole('button', { name: '标为已到' }).click();
  await page.getByRole('link', { name: '检查', exact: true }).click();
  const list = page.getByRole('list', { name: '出发检查' });
  await expect(list.getByRole('listitem').filter({ hasText: '第二份副本' })).toContainText('完好');
  await expect(list.getByRole('listitem').filter({ hasText: '点位资料' })).toContainText('58 个点位');
  await page.getByRole('button', { name: '生成手册' }).click();
  await expect(page.getByRole('region', { name: '活动手册' }).getByRole('listitem')).toHaveCount(3, {
    timeout: 60_000,
  });
  await page.getByRole('radiogroup', { name: '检查' }).getByText('收工检查').click();
  const evening = page.getByRole('list', { name: '收工检查' });
  await expect(evening.getByRole('listitem').filter({ hasText: '没有记录的点位' })).toContainText('1 个已到');
  await expect(evening.getByRole('listitem').filter({ hasText: '未收到内容的组' })).toContainText(
    '第二组、第三组',
  );
});
