import { join } from 'node:path';
import {
  exportTourFile,
  importItinerary,
  importTourFile,
  openStop,
  openTour,
  untilSaved,
} from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import { expect, test } from './fixtures';
import { cardsOf, takeDown } from './take-down';

const samples = join(import.meta.dirname, '../../build/samples');

test('a meeting and what is said of the whole visit are taken down by keyboard, outlive a kill, and come back the same from the file', async ({
  laptop,
  scratch,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { page } = running;
  const keys = page.keyboard;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  await page.getByRole('link', { name: '会议', exact: true }).press('Enter');
  await page.getByRole('button', { name: '调度会' }).press('Enter');
  await page.getByRole('textbox', { name: '议程第 1 项' }).focus();
  await keys.insertText('研究用地');
  await keys.press('Enter');
  await keys.insertText('听取汇报');
  await keys.press('Alt+ArrowUp');
  await page.getByRole('textbox', { name: '汇报第 1 项' }).fill('区住建局：防护已补齐');
  await keys.press('Enter');
  await keys.insertText('区发改局（内容未报道）');
  await page.getByRole('combobox', { name: '出席' }).focus();
  await keys.type('syz');
  await keys.press('Enter');
  await keys.insertText('陆行远、顾承昇、');
  await keys.press('Escape');
  for (const [status, names] of [
    ['请假', '方知远、'],
    ['列席', '丁一苇、陆行远、'],
  ] as const) {
    await page.getByRole('combobox', { name: status }).focus();
    await keys.insertText(names);
    await keys.press('Escape');
  }
  await keys.press('Control+2');
  await keys.type('gcs');
  for (const key of ['Tab', 'z', 'Tab', 'Control+2']) await keys.press(key);
  await keys.insertText('第一，各有关单位要抢工期。第二，要保质量。');
  await keys.press('Enter');
  await expect(cardsOf(page)).toHaveCount(2);
  await takeDown(page, 'Control+4', '希望协调用地');
  await expect(cardsOf(page)).toHaveCount(3);
  await takeDown(page, 'Control+5', '园区企业 71 家');
  await expect(cardsOf(page)).toHaveCount(4);
  // Whom the first segment is for is carried over to the next, and can be taken back there.
  await keys.press('Control+2');
  await keys.type('syz');
  for (const key of ['Tab', 'Tab']) await keys.press(key);
  await keys.insertText('企业');
  await keys.press('Enter');
  await keys.insertText('抓进度。');
  await keys.press('Alt+Enter');
  for (let step = 0; step < 3; step += 1) await keys.press('Shift+Tab');
  await expect(page.getByRole('combobox', { name: '讲话对象' })).toHaveValue('企业');
  await keys.press('Control+a');
  await keys.press('Backspace');
  await keys.press('Enter');
  await keys.insertText('安全不能放松。');
  await keys.press('Enter');
  await expect(cardsOf(page)).toHaveCount(6);
  await page.getByRole('link', { name: /^整个活动/ }).press('Enter');
  await expect(page.getByText('还没有总体要求和指标')).toBeVisible();
  await keys.press('Control+2');
  await keys.type('gcs');
  await keys.press('Enter');
  await keys.insertText('全市上下要大抓项目。');
  await keys.press('Enter');
  await takeDown(page, 'Control+5', '到2027年规上工业增加值目标 300—312.50 亿元 同比 7.10%');
  await expect(cardsOf(page)).toHaveCount(2);
  await untilSaved(page);
  const before = await recordsOfLaptop(page);
  await running.kill();

  const again = await laptop('a');
  expect(await recordsOfLaptop(again.page)).toEqual(before);
  await openTour(again.page);
  await again.page.getByRole('link', { name: '纪要', exact: true }).click();
  const minutes = again.page.getByRole('main');
  await expect(minutes).toContainText('会议议程为：听取汇报、研究用地。');
  await expect(minutes).toContainText('区住建局汇报：防护已补齐。');
  await expect(minutes).toContainText('会上，顾承昇指出：一是“各有关单位要抢工期。”二是“要保质量。”');
  await expect(minutes).toContainText('沈砚舟对企业强调：一是“抓进度。”二是“安全不能放松。”');
  await expect(minutes).toContainText('收到诉求：希望协调用地。');
  await expect(minutes).toContainText('园区企业71家。');
  await expect(minutes).toContainText('云澜市发展和改革委员会沈砚舟');
  await expect(minutes).toContainText(/请假.{0,6}方知远/);
  await expect(minutes).toContainText(/列席.{0,6}丁一苇，陆行远/);
  await expect(minutes).toContainText('顾承昇强调：“全市上下要大抓项目。”');
  await expect(minutes).toContainText('规上工业增加值');

  await again.page.getByRole('link', { name: '会议', exact: true }).click();
  const second = cardsOf(again.page).filter({ hasText: '沈砚舟' }).filter({ hasText: '第 2 段' });
  await second.getByRole('button', { name: '展开字段' }).press('Enter');
  await second.getByRole('textbox', { name: '标题语' }).fill('守住底线');
  await second.getByRole('checkbox', { name: '场合不确定' }).press('Space');
  await again.page.getByRole('link', { name: '行程', exact: true }).click();
  await again.page.getByRole('tab', { name: '活动信息' }).click();
  await again.page.getByRole('combobox', { name: '待核实事项' }).focus();
  await again.page.keyboard.insertText('园区企业数以统计部门为准');
  await again.page.keyboard.press('Enter');
  await untilSaved(again.page);

  const path = join(scratch, 'tour.json');
  const file = await exportTourFile(again, path);
  expect(file.tour.toVerify).toEqual(['园区企业数以统计部门为准']);
  const [meeting] = file.meetings;
  expect(meeting).toMatchObject({
    agenda: ['听取汇报', '研究用地'],
    reports: ['区住建局：防护已补齐', '区发改局（内容未报道）'],
  });
  const names = (status: string) =>
    meeting?.attendance.filter((one) => one.status === status).map(({ name }) => name);
  expect(['present', 'leave', 'observer'].map(names)).toEqual([
    ['顾承昇', '沈砚舟'],
    ['方知远'],
    ['丁一苇', '陆行远'],
  ]);
  const said = file.remarks.map(
    ({ speakerName, occasion, occasionCertain, number, heading, addressee, text }) =>
      [speakerName, occasion, occasionCertain, number, heading, addressee, text].join(' '),
  );
  expect(said.toSorted()).toEqual([
    '沈砚舟 meeting false 2 守住底线  安全不能放松。',
    '沈砚舟 meeting true 1  企业 抓进度。',
    '顾承昇 meeting true 1   各有关单位要抢工期。',
    '顾承昇 meeting true 2   要保质量。',
    '顾承昇 tour true    全市上下要大抓项目。',
  ]);
  expect(
    file.indicators.map(({ meeting: at, name, value, unit, target }) => [at, name, value, unit, target]),
  ).toEqual([
    [meeting?.id, '园区企业', '71', '家', false],
    ['', '规上工业增加值目标', '300—312.50', '亿元', true],
  ]);

  const other = await laptop('b', { settings: { userName: '何静' } });
  await importTourFile(other, path);
  expect(await exportTourFile(other, join(scratch, 'again.json'))).toEqual(file);

  // What was taken down at a meeting that is deleted still stands on a page.
  await other.page.getByRole('link', { name: '会议', exact: true }).click();
  await expect(cardsOf(other.page)).toHaveCount(6);
  await other.page.locator('.meeting-head').getByRole('button', { name: '删除' }).press('Enter');
  await other.page.getByRole('tooltip').getByRole('button', { name: '删除' }).press('Enter');
  await other.page.getByRole('link', { name: /^整个活动/ }).press('Enter');
  await expect(cardsOf(other.page)).toHaveCount(8);
});
