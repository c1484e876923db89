import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeProblem } from '../../../shared/problems';
import { batchReader } from './batch-reader';
import type { BrokenFile } from './broken-file';
import { brokenTexts } from './broken-texts';
import { brokenTours, soundTourRecord, tourListNames, tourWith, unreadableTours } from './broken-tours';
import { brokenWorkbooks, cutWorkbooks } from './broken-workbooks';
import { builtReader } from './built-reader';

let batch: ReturnType<typeof batchReader>;
beforeAll(async () => {
  batch = batchReader(await builtReader());
}, 120_000);
afterAll(() => batch.close());

/** What becomes of a file: "refused", with its name and the reason in both languages, or the rows of its first sheet. */
async function outcomeOf({ name, make }: BrokenFile, as: 'tables' | 'tour' = 'tables') {
  const outcome = await batch.read({ file: name, bytes: make(), as });
  if (outcome.ok) return outcome.value.sheets[0];
  const { problem } = outcome;
  expect(`${name} ${problem.code}`).not.toMatch(/too(Slow|Heavy)$/);
  expect(describeProblem(problem, 'zh').replace(name, '')).toMatch(/\p{Script=Han}{4}/u);
  for (const language of ['zh', 'en'] as const) expect(describeProblem(problem, language)).toContain(name);
  return 'refused';
}

describe('every fault at every place of', () => {
  it('a workbook is refused by name, or the cells are exactly those that stand there', async () => {
    let refused = 0;
    const harmless: string[] = [];
    for (const file of [...brokenWorkbooks, ...cutWorkbooks]) {
      const outcome = await outcomeOf(file);
      if (outcome === 'refused') refused += 1;
      else {
        expect(outcome, file.name).toMatchObject({ name: '点位', rows: [['组别', 1]] });
        harmless.push(file.name);
      }
    }
    expect(refused).toBeGreaterThanOrEqual(200);
    // Read as what they are, since all that is broken stands around the rows.
    expect(harmless.sort()).toEqual([
      '[Content_Types].xml is a web page.xlsx',
      'xl-worksheets-sheet1.xml has another root.xlsx',
      'xl-worksheets-sheet1.xml is a comment without an end.xlsx',
      'xl-worksheets-sheet1.xml is cut before its end.xlsx',
      'xl-worksheets-sheet1.xml lost its beginning.xlsx',
    ]);
  }, 120_000);

  it('a text is refused by name', async () => {
    const read: string[] = [];
    for (const file of brokenTexts) if ((await outcomeOf(file)) !== 'refused') read.push(file.name);
    expect(read).toEqual([]);
    expect(brokenTexts.length).toBeGreaterThanOrEqual(200);
  }, 120_000);

  it('a tour file is refused by name, or by the path of each fault in Chinese, and no record of it is read', async () => {
    for (const file of unreadableTours) expect(await outcomeOf(file, 'tour'), file.name).toBe('refused');
    for (const file of brokenTours) {
      const outcome = await outcomeOf(file, 'tour');
      const sheet = outcome === 'refused' ? undefined : outcome;
      expect(sheet?.name, file.name).toBe('faults');
      const told = (sheet?.rows ?? []).filter(([path]) => String(path).startsWith(file.place));
      expect(told.length, file.name).toBeGreaterThan(0);
      for (const [, zh, en] of told) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
      }
    }
    expect(brokenTours.length + unreadableTours.length).toBeGreaterThanOrEqual(200);
  }, 120_000);

  it('the same files without their fault are read', async () => {
    for (const list of tourListNames) {
      const sound = { name: `${list}.json`, make: () => tourWith(list, [soundTourRecord]) };
      expect(await outcomeOf(sound, 'tour'), list).toMatchObject({ name: 'records' });
    }
  });
});

it('none of them ends the process, takes five seconds or half a gigabyte', () => {
  expect(batch.ends()).toBe(0);
  expect(batch.slowestMillis()).toBeLessThan(5000);
  expect(batch.peakMegabytes()).toBeLessThan(512);
});
