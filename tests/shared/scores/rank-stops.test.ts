import { describe, expect, it } from 'vitest';
import { type Score, scoreSchema } from '../../../shared/records/score';
import { type ScoreSheet, scoreSheetSchema } from '../../../shared/records/score-sheet';
import { rankStops } from '../../../shared/scores/rank-stops';

const sheet = (more: Partial<ScoreSheet> = {}): ScoreSheet =>
  scoreSheetSchema.parse({
    id: 'sheet',
    tour: 'tour',
    judges: ['甲', '乙', '丙'],
    criteria: [{ name: 'c1', label: '进度', max: 10, weight: 1 }],
    ...more,
  });

/** One row a stop, one figure a judge; null is not judged. */
function give(rows: Readonly<Record<string, readonly (number | null)[]>>): readonly Score[] {
  const judges = ['甲', '乙', '丙', '丁', '戊'];
  return Object.entries(rows).flatMap(([stop, points]) =>
    points.map((c1, index) =>
      scoreSchema.parse({
        id: `${stop}-${index}`,
        tour: 'tour',
        stop,
        sheet: 'sheet',
        judge: judges[index],
        points: { c1 },
      }),
    ),
  );
}

const ranks = (ranked: ReturnType<typeof rankStops>) =>
  ranked.map(({ stop, rank, mean }) => [stop, rank, mean]);

describe('the ranking of stops', () => {
  it('lets equal means share a rank and skips the next: 1, 1, 3', () => {
    const scores = give({ a: [7, 7, 7], b: [9, 9, 9], c: [8, 9, 10], d: [6, 6, 6] });
    expect(ranks(rankStops(sheet(), scores, ['a', 'b', 'c', 'd']))).toEqual([
      ['b', 1, 90],
      ['c', 1, 90],
      ['a', 3, 70],
      ['d', 4, 60],
    ]);
  });

  it('calls a tie what reads alike with two decimals', () => {
    const thirds = sheet({ criteria: [{ name: 'c1', label: '', max: 3, weight: 1 }] });
    const scores = give({ a: [1, 1, 1], b: [1.0001, 1, 1] });
    expect(ranks(rankStops(thirds, scores, ['a', 'b'])).map(([, rank]) => rank)).toEqual([1, 1]);
  });

  it('rounds half a hundredth up, so that equal means are equal', () => {
    const hundred = sheet({
      judges: ['甲', '乙'],
      criteria: [{ name: 'c1', label: '', max: 100, weight: 1 }],
    });
    const scores = give({ a: [60.05, 60.12], b: [60.06, 60.11], c: [59.7, 60.47] });
    expect(ranks(rankStops(hundred, scores, ['a', 'b', 'c'])).map(([, rank, mean]) => [rank, mean])).toEqual([
      [1, 60.09],
      [1, 60.09],
      [1, 60.09],
    ]);
  });

  it('weighs criteria by their share and a full mark of any size alike', () => {
    const two = sheet({
      judges: ['甲'],
      criteria: [
        { name: 'c1', label: '', max: 10, weight: 3 },
        { name: 'c2', label: '', max: 100, weight: 1 },
      ],
    });
    const score = scoreSchema.parse({
      id: 's',
      tour: 'tour',
      stop: 'a',
      sheet: 'sheet',
      judge: '甲',
      points: { c1: 8, c2: 40 },
    });
    expect(rankStops(two, [score], ['a'])[0]?.mean).toBe(70);
  });

  it('leaves out the highest and the lowest totals of each stop, one of several that are equal', () => {
    const scores = give({ a: [10, 8, 2], b: [9, 9, 3] });
    const ranked = rankStops(sheet({ dropHighest: 1, dropLowest: 1 }), scores, ['a', 'b']);
    expect(ranks(ranked)).toEqual([
      ['b', 1, 90],
      ['a', 2, 80],
    ]);
    expect(ranked[0]?.totals.map((one) => one.dropped)).toEqual([true, false, true]);
  });

  it('gives no rank where nothing is left, and says so by marking every total', () => {
    const scores = give({ a: [10, 8], b: [5, 6, 7] });
    const ranked = rankStops(sheet({ dropHighest: 1, dropLowest: 1 }), scores, ['a', 'b']);
    expect(ranks(ranked)).toEqual([
      ['b', 1, 60],
      ['a', null, null],
    ]);
    expect(ranked[1]?.totals.every((one) => one.dropped)).toBe(true);
  });

  it('does not count a judge who has not finished, and names him', () => {
    const scores = give({ a: [10, null, 8], b: [9, 9] });
    const ranked = rankStops(sheet(), scores, ['a', 'b', 'c']);
    expect(ranked.map(({ stop, missing }) => [stop, missing])).toEqual([
      ['a', ['乙']],
      ['b', ['丙']],
      ['c', ['甲', '乙', '丙']],
    ]);
    expect(ranks(ranked)[0]).toEqual(['a', 1, 90]);
    expect(ranks(ranked)[2]).toEqual(['c', null, null]);
  });

  it('counts neither what belongs to another sheet nor what was deleted', () => {
    const scores = give({ a: [1, 1, 1] });
    const other = scores.map((score) => ({ ...score, sheet: 'other' }));
    const deleted = scores.map((score) => ({ ...score, deleted: true }));
    expect(rankStops(sheet(), [...other, ...deleted], ['a'])[0]?.totals).toEqual([]);
  });
});
