import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sheet } from '../../../shared/tables/workbook';
import { describeProblem } from '../../../shared/problems';
import { batchReader } from './batch-reader';
import type { BrokenFile } from './broken-file';
import { brokenTexts } from './broken-texts';
import { brokenTours, soundTourRecord, tourListNames, tourWith, unreadableTours } from './broken-tours';
import { brokenWorkbooks, cutWorkbooks } from './broken-workbooks';
import { builtReader } from './built-reader';
import { hostileZips } from './hostile-zips';

let batch: ReturnType<typeof batchReader>;
beforeAll(async () => {
  batch = batchReader(await builtReader());
}, 120_000);
afterAll(() => batch.close());

/** "refused" is what a file is whose name and whose reason are told in both languages; else the first sheet of it. */
async function outcomeOf(
  { name, make }: BrokenFile,
  as: 'tables' | 'tour' = 'tables',
): Promise<Sheet | 'refused' | 'badly told'> {
  const outcome = await batch.read({ file: name, bytes: make(), as });
  if (outcome.ok) return outcome.value.sheets[0] ?? 'badly told';
  const [zh, en] = (['zh', 'en'] as const).map((language) => describeProblem(outcome.problem, language));
  const isTold = zh?.includes(name) && en?.includes(name) && /\p{Script=Han}{4}/u.test(zh.replace(name, ''));
  return isTold && !/too(Slow|Heavy)$/.test(outcome.problem.code) ? 'refused' : 'badly told';
}

describe('every fault at every place of', () => {
  it('a workbook is refused by name, or the cells are exactly those that stand there', async () => {
    const harmless: [string, unknown][] = [];
    for (const file of [...brokenWorkbooks, ...cutWorkbooks]) {
      const outcome = await outcomeOf(file);
      if (outcome !== 'refused')
        harmless.push([file.name, outcome === 'badly told' ? outcome : outcome.rows]);
    }
    expect(brokenWorkbooks.length + cutWorkbooks.length - harmless.length).toBeGreaterThanOrEqual(200);
    // Read as what they are, since all that is broken stands around the rows.
    const rows = [['组别', 1]];
    expect(Object.fromEntries(harmless)).toEqual({
      '[Content_Types].xml is a web page.xlsx': rows,
      'xl-worksheets-sheet1.xml has another root.xlsx': rows,
      'xl-worksheets-sheet1.xml is a comment without an end.xlsx': rows,
      'xl-worksheets-sheet1.xml is cut before its end.xlsx': rows,
      'xl-worksheets-sheet1.xml lost its beginning.xlsx': rows,
    });
  }, 120_000);

  it('a text is refused by name', async () => {
    const others: string[] = [];
    for (const file of brokenTexts) if ((await outcomeOf(file)) !== 'refused') others.push(file.name);
    expect(others).toEqual([]);
    expect(brokenTexts.length).toBeGreaterThanOrEqual(200);
  }, 120_000);

  it('a tour file is refused by name, or by the path of each fault in Chinese, and no record of it is read', async () => {
    const others: string[] = [];
    for (const file of unreadableTours)
      if ((await outcomeOf(file, 'tour')) !== 'refused') others.push(file.name);
    for (const file of brokenTours) {
      const sheet = await outcomeOf(file, 'tour');
      if (typeof sheet === 'string' || sheet.name !== 'faults' || !tellsOf(file.place, sheet))
        others.push(file.name);
    }
    expect(others).toEqual([]);
    expect(brokenTours.length + unreadableTours.length).toBeGreaterThanOrEqual(200);
  }, 120_000);

  it.each(
    Object.entries({
      'a workbook with a password': ['locked by a password', '它是设了打开密码的表格'],
      'a bomb': ['bomb of one part', '它是表格'],
      'an archive': ['archive.zip', '它是压缩包'],
      'a Word document': ['document.docx', '它是Word 文档'],
      'a picture': ['picture', '它是图片'],
      'an empty file': ['empty', '文件是空的'],
    }),
  )('%s is no tour file, and its kind is told', async (_, [title = '', reason]) => {
    const found = hostileZips.find(({ name }) => name.startsWith(title));
    const bytes = await found?.make();
    if (!bytes) throw new Error(`no file ${title}`);
    const outcome = await batch.read({ file: '来件.json', bytes, as: 'tour' });
    if (outcome.ok) throw new Error('it was read');
    expect(describeProblem(outcome.problem, 'zh')).toContain(`“来件.json”不是活动文件：${reason}`);
  });

  it('a tour file of 200,000 records is refused with their number before they are looked at', async () => {
    const bytes = tourWith(
      'notes',
      Array.from({ length: 200_000 }, (_, at) => ({ id: `n${at}`, text: '甲' })),
    );
    const outcome = await batch.read({ file: '来件.json', bytes, as: 'tour' });
    if (outcome.ok) throw new Error('it was read');
    expect(describeProblem(outcome.problem, 'zh')).toContain('不是活动文件：里面有 200000 条记录');
  });

  it('what looks like a formula, a link or a page in a tour file is the text that it is', async () => {
    for (const name of ["=cmd|' /C calc'!A0", '[1]表1!A1', '<b>云澜</b><script>alert(1)</script>']) {
      const bytes = tourWith('sites', [{ id: 'site-1', name }]);
      const sheet = await outcomeOf({ name: '来件.json', make: () => bytes }, 'tour');
      expect(JSON.stringify(sheet)).toContain(JSON.stringify(JSON.stringify(name)).slice(3, -3));
    }
  });

  it('the same files without their fault are read', async () => {
    const others: string[] = [];
    for (const list of tourListNames) {
      const make = () => tourWith(list, [soundTourRecord]);
      const sheet = await outcomeOf({ name: `${list}.json`, make }, 'tour');
      if (typeof sheet === 'string' || sheet.name !== 'records') others.push(list);
    }
    expect(others).toEqual([]);
  });
});

it('none of them ends the process, takes five seconds or half a gigabyte', () => {
  expect(batch.ends()).toBe(0);
  expect(batch.slowestMillis()).toBeLessThan(5000);
  expect(batch.peakMegabytes()).toBeLessThan(512);
});

/** Whether a fault is at that list, in Chinese and in English. */
function tellsOf(place: string, { rows }: Sheet): boolean {
  return rows.some(
    ([path, zh, en]) =>
      String(path).startsWith(place) &&
      /\p{Script=Han}/u.test(String(zh)) &&
      !/\p{Script=Han}/u.test(String(en)),
  );
}
