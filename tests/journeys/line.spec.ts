import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import {
  addPhotos,
  importItinerary,
  openStop,
  openTour,
  syncNow,
  untilSaved,
  writeIssue,
  writeNote,
  writeRemark,
} from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');

const note = '二层楼承板铺设完成八成，塔吊1台在岗，现场作业人员42人。';
const remark = {
  speaker: '顾承昇',
  verb: '要求',
  addressee: '各有关单位',
  text: '防护不到位，上面一个人也不许上。',
};
const issue = {
  text: '三层东侧约24米临边没有防护栏杆',
  category: '安全生产',
  severity: '重大',
  responsible: '临江区住房和城乡建设局',
};

test('two laptops and a server: from the itinerary to the documents', async ({ laptop, central }) => {
  const server = await central('server');
  const joining = async (userName: string) => ({ settings: { userName }, card: await server.card() });
  const a = await laptop('a', await joining('周敏'));
  await importItinerary(a, join(samples, 'itinerary.xlsx'));
  await syncNow(a.page);
  const b = await laptop('b', await joining('罗启明'));
  await syncNow(b.page);

  await openStop(a.page, '第一组', 1);
  await a.page.getByRole('button', { name: '标为已到' }).click();
  await writeNote(a.page, note);
  await writeRemark(a.page, remark);
  await writeIssue(a.page, issue);
  await addPhotos(a.page, [join(samples, 'photos/02-steel-frame.jpg')]);
  await untilSaved(a.page);
  await openStop(b.page, '第二组', 4);
  await writeNote(b.page, '电池舱消防联动测试正常。');
  await untilSaved(b.page);
  for (const each of [a, b, a]) await syncNow(each.page);

  const onServer = await recordsOfServer(server);
  expect(Object.keys(onServer).length).toBeGreaterThan(150);
  expect(await recordsOfLaptop(a.page)).toEqual(onServer);
  expect(await recordsOfLaptop(b.page)).toEqual(onServer);
  await openStop(b.page, '第一组', 1);
  await b.page.getByRole('tab', { name: /照片/ }).click();
  // This laptop never saw the picture: it makes the small one from the original that came over the server.
  await expect
    .poll(() =>
      b.page
        .getByRole('img', { name: /02-steel-frame/ })
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);

  await openTour(b.page);
  await b.page.getByRole('link', { name: '纪要', exact: true }).click();
  await b.page.getByRole('button', { name: '生成文书' }).click();
  await expect(b.page.getByText('已生成的文书')).toBeVisible({ timeout: 60_000 });
  const [folder = ''] = await readdir(join(b.home, 'documents'));
  const files = await readdir(join(b.home, 'documents', folder));
  const open = (end: string) =>
    readFile(join(b.home, 'documents', folder, files.find((name) => name.endsWith(end)) ?? ''));
  const words = strFromU8(unzipSync(await open('.docx'))['word/document.xml'] ?? new Uint8Array()).replaceAll(
    /<[^>]+>/g,
    '',
  );
  for (const text of [note, remark.text, issue.text, '电池舱消防联动测试正常'])
    expect(words).toContain(text.replace(/。$/, ''));
  expect((await open('.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const ledger = Object.values(unzipSync(await open('.xlsx')))
    .map((part) => strFromU8(part))
    .join('');
  expect(ledger).toContain(issue.text);

  const exported = join(b.home, 'exported');
  await mkdir(exported);
  await b.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    join(exported, 'tour.json'),
  );
  await b.page.getByRole('link', { name: '概览', exact: true }).click();
  await b.page.getByRole('button', { name: '导出' }).click();
  await b.page.getByRole('menuitem', { name: '活动文件' }).click();
  await expect(b.page.getByText('已导出为“tour.json”')).toBeVisible();
  const tour = JSON.parse(await readFile(join(exported, 'tour.json'), 'utf8')) as {
    readonly attachments: readonly { readonly sha256: string }[];
  };
  expect(await readdir(join(exported, 'files'))).toEqual(tour.attachments.map(({ sha256 }) => sha256));
});

test('a checklist asks only what applies, and answers come back after a restart', async ({ laptop }) => {
  const first = await laptop('a', { settings: { userName: '周敏' } });
  await importItinerary(first, join(samples, 'itinerary.xlsx'));
  await openStop(first.page, '第一组', 1);
  await first.page.getByRole('tab', { name: /检查表/ }).click();
  const missing = first.page.getByRole('group', { name: /尚缺哪些手续/ }).first();
  const permit = first.page.getByRole('group', { name: /所需手续是否齐全/ }).first();
  await expect(missing).toBeHidden();
  await permit.getByText('否', { exact: true }).click();
  await expect(missing).toBeVisible();
  await permit.getByText('是', { exact: true }).click();
  await expect(missing).toBeHidden();
  await permit.getByText('否', { exact: true }).click();
  await untilSaved(first.page);
  await first.kill();
  const second = await laptop('a');
  await openStop(second.page, '第一组', 1);
  await second.page.getByRole('tab', { name: /检查表/ }).click();
  await expect(second.page.getByRole('group', { name: /尚缺哪些手续/ }).first()).toBeVisible();
});

test('an itinerary with mistakes imports nothing and names every cell', async ({ laptop }) => {
  const { app, page } = await laptop('a', { settings: { userName: '周敏' } });
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    },
    join(samples, 'broken/bad-rows.xlsx'),
  );
  await page.getByRole('button', { name: '导入行程' }).first().click();
  const faults = page.getByRole('dialog');
  await expect(faults).toContainText('未导入任何内容');
  const expected =
    (
      JSON.parse(readFileSync(join(samples, 'broken/expected.json'), 'utf8')) as Record<
        string,
        readonly { row: number }[]
      >
    )['bad-rows.xlsx'] ?? [];
  expect(expected.length).toBeGreaterThan(4);
  await expect(faults.locator('tbody tr:visible')).toHaveCount(expected.length);
  for (const { row } of expected) await expect(faults.locator('tbody')).toContainText(String(row));
  expect(Object.keys(await recordsOfLaptop(page))).toEqual([]);
});
