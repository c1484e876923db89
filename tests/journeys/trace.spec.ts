import { join } from 'node:path';
import { addRecords } from '../../build/driver/add-records';
import { hazardChecklist } from '../../build/driver/hazard-checklist';
import {
  addPhotos,
  importItinerary,
  openStop,
  openTour,
  untilSaved,
  writeIssue,
  writeNote,
} from '../../build/driver/laptop';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');
const person = { settings: { userName: '周敏' } };

test('Ctrl+Z takes back what was written, says so, and Ctrl+Shift+Z brings it back; a text keeps its own undo', async ({
  laptop,
}) => {
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  const records = page.getByRole('list', { name: '现场记录' });
  await writeNote(page, '塔吊基础有积水');
  await expect(records.getByText('塔吊基础有积水')).toBeVisible();
  await untilSaved(page);
  // The line is empty and was only entered: the keys mean the record.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销：新增记录“塔吊基础有积水”')).toBeVisible();
  await expect(records).toBeHidden();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('已重做：新增记录“塔吊基础有积水”')).toBeVisible();
  await expect(records.getByText('塔吊基础有积水')).toBeVisible();
  // Somebody types: the keys belong to the text, and the record before stays.
  const line = page.getByRole('textbox', { name: '快速记录' });
  await line.pressSequentially('临边');
  await page.keyboard.press('Control+z');
  await expect(line).not.toHaveValue('临边');
  await expect(records.getByText('塔吊基础有积水')).toBeVisible();
  // By the button, over a deletion.
  await line.fill('');
  await records.getByRole('button', { name: '删除' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
  await expect(records).toBeHidden();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('已撤销：删除记录“塔吊基础有积水”')).toBeVisible();
  await expect(records.getByText('塔吊基础有积水')).toBeVisible();
});

test('what is undone under the quick line leaves the line, and new typing goes into a new record', async ({
  laptop,
}) => {
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 1);
  const line = page.getByRole('textbox', { name: '快速记录' });
  await line.pressSequentially('写到一半');
  await untilSaved(page);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(line).toHaveValue('');
  await line.pressSequentially('另写一条');
  await line.press('Enter');
  await expect(page.getByRole('list', { name: '现场记录' }).getByRole('textbox')).toHaveValue('另写一条');
});

test('the history of a record shows every value with its author, restores one, and brings back what was deleted', async ({
  laptop,
}) => {
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 2);
  await writeNote(page, '配电箱没有上锁');
  const records = page.getByRole('list', { name: '现场记录' });
  const text = records.getByRole('textbox', { name: '记录内容' });
  await text.fill('配电箱没有上锁，已当场上锁');
  await untilSaved(page);
  await page.keyboard.press('Alt+h');
  const dialog = page.getByRole('dialog', { name: /历史$/ });
  await expect(dialog.getByText('现在的值').first()).toBeVisible();
  await expect(dialog.getByText(/周敏，.*本机/).first()).toBeVisible();
  await expect(dialog.locator('ins').first()).toHaveText('，已当场上锁');
  await dialog
    .getByRole('checkbox', { name: /显示每次自动保存/ })
    .first()
    .check();
  await dialog.getByRole('button', { name: '恢复内容：配电箱没有上锁' }).first().click();
  await page.keyboard.press('Escape');
  await expect(text).toHaveValue('配电箱没有上锁');
  await records.getByRole('button', { name: '删除' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
  await expect(records).toBeHidden();
  await page.getByRole('link', { name: '时间线' }).click();
  await page.getByRole('button', { name: '最近删除' }).click();
  await page.getByRole('button', { name: '恢复“配电箱没有上锁”' }).click();
  await expect(page.getByText('没有删除过内容')).toBeVisible();
});

test('Alt+H in a field of the plan or of a checklist shows what stood there before, and restores it', async ({
  laptop,
}) => {
  const running = await laptop('a', person);
  const { page } = running;
  const dialog = page.getByRole('dialog', { name: /历史$/ });
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openTour(page);
  await page.getByRole('link', { name: '行程', exact: true }).click();
  await page
    .getByRole('button', { name: /^修改 / })
    .first()
    .click();
  const time = page.getByRole('textbox', { name: '计划时间' });
  const planned = await time.inputValue();
  await time.fill('16:45');
  await untilSaved(page);
  await time.press('Alt+h');
  await expect(dialog.getByRole('region', { name: '计划时间' })).toContainText('16:45');
  await dialog.getByRole('button', { name: `恢复计划时间：${planned}` }).click();
  await page.keyboard.press('Escape');
  await expect(time).toHaveValue(planned);
  await openStop(page, '第一组', 1);
  // Where the keyboard stands in no card, it is the stop itself.
  await page.getByRole('textbox', { name: '快速记录' }).press('Alt+h');
  await expect(dialog.getByRole('region', { name: '计划时间' })).toContainText('16:45');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+7');
  const exits = page.getByRole('group', { name: /^消防通道是否畅通/ }).getByRole('radio');
  await exits.nth(0).focus();
  await page.keyboard.press('1');
  await untilSaved(page);
  await page.keyboard.press('2');
  await expect(exits.nth(1)).toBeChecked();
  await untilSaved(page);
  await page.keyboard.press('Alt+h');
  await dialog.getByRole('button', { name: '恢复检查表“消防通道是否畅通”：是' }).click();
  await page.keyboard.press('Escape');
  await expect(exits.nth(0)).toBeChecked();
});

test('the timeline lists the day by its times, shows one team or all, and leads to the record itself', async ({
  laptop,
}) => {
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openTour(page);
  await page.getByRole('link', { name: '时间线' }).click();
  await expect(page.getByText('这一天还没有内容')).toBeVisible();
  await openStop(page, '第一组', 3);
  await page.keyboard.press('Alt+a');
  await writeNote(page, '一号车间正在调试设备');
  await writeIssue(page, { text: '消防通道被占', category: '安全', severity: '重大', responsible: '某局' });
  await addPhotos(page, [join(samples, 'photos/02-steel-frame.jpg')]);
  await untilSaved(page);
  await page.getByRole('link', { name: '时间线' }).click();
  await expect(page.getByRole('link', { name: /到达/ })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /照片/ })).toBeVisible();
  await page.getByText('第二组', { exact: true }).click();
  await expect(page.getByText('这一天还没有内容')).toBeVisible();
  await page.getByText('全部', { exact: true }).click();
  await page.getByRole('link', { name: /消防通道被占/ }).press('Enter');
  await expect(page.locator('article.found').getByRole('textbox', { name: '问题描述' })).toHaveValue(
    '消防通道被占',
  );
  await page.getByRole('link', { name: '时间线' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /照片/ })
    .press('Enter');
  await expect(page.locator('.photo-tile.found')).toContainText('02-steel-frame.jpg');
});

test('search finds the words of every record as one types, also what was saved a moment ago, and leads to it', async ({
  laptop,
}) => {
  const running = await laptop('a', person);
  const { page } = running;
  await importItinerary(running, join(samples, 'itinerary.xlsx'));
  await openStop(page, '第一组', 4);
  const tour = /tours\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await addRecords(page, [
    hazardChecklist('hazards-1'),
    { kind: 'site', id: 'site-1', tour: 'office', values: { name: '云澜数据产业园', kind: 'park' } },
    { kind: 'meeting', id: 'meeting-1', tour, values: { tour, name: '企业座谈会' } },
    {
      kind: 'remark',
      id: 'remark-1',
      tour,
      values: { tour, meeting: 'meeting-1', text: '抓紧补办施工许可' },
    },
    { kind: 'task', id: 'task-1', tour, values: { tour, basis: 'remark-1', text: '十日内办结许可' } },
  ]);
  await writeNote(page, '沉淀池没有防护网，已拉警戒线');
  await writeIssue(page, {
    text: '沉淀池边缺少警示牌',
    category: '安全',
    severity: '一般',
    responsible: '某局',
  });
  await untilSaved(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '查找' });
  const results = palette.getByRole('list', { name: '查找结果' });
  await page.keyboard.type('cdc');
  await expect(results.locator('mark', { hasText: '沉淀池' })).toHaveCount(2);
  await palette.getByRole('button', { name: '问题 1' }).click();
  await expect(results.getByRole('link')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await openStop(page, '第一组', 1);
  await writeNote(page, '刚刚写下的喷淋管道');
  await untilSaved(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('penlin');
  // A list, since letters that were typed first find more than one.
  await expect(results.locator('mark')).toHaveText(['喷淋']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('防护网警戒线');
  await expect(results.getByRole('link')).toHaveCount(1);
  await expect(results.getByRole('link')).toContainText('沉淀池');
  await page.keyboard.press('Enter');
  await expect(page.locator('article.found').getByRole('textbox')).toHaveValue(
    '沉淀池没有防护网，已拉警戒线',
  );

  // What stands at no stop is found where it stands.
  const find = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(words);
    await expect(results.locator('mark').first()).toHaveText(words);
    await page.keyboard.press('Enter');
  };
  await find('隐患排查表');
  await expect(page.getByRole('heading', { name: '隐患排查表' })).toBeVisible();
  await find('云澜数据产业园');
  const name = page
    .getByRole('dialog', { name: '云澜数据产业园' })
    .getByRole('textbox', { name: '名称', exact: true });
  await name.press('Alt+h');
  const history = page.getByRole('dialog', { name: /历史$/ });
  await expect(history.getByRole('region', { name: '类型' })).toContainText('园区');
  await page.keyboard.press('Escape');
  // One dialog over another: the keyboard is back in the one that stays.
  await expect(name).toBeFocused();
  await page.keyboard.press('Escape');
  await find('十日内办结许可');
  await expect(page.getByRole('heading', { name: '企业座谈会' })).toBeVisible();
  await expect(page.locator('article.found').getByRole('textbox').first()).toHaveValue('十日内办结许可');
});
