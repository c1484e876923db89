import { expect, it } from 'vitest';
import { scoreSchema } from '../../../shared/records/score';
import { scoreSheetSchema } from '../../../shared/records/score-sheet';
import { scoreTables } from '../../../shared/scores/score-tables';

it('a score sheet is two tables: the ranks with every total, and the points as they were given', () => {
  const sheet = scoreSheetSchema.parse({
    id: 's',
    tour: 't',
    criteria: [
      { name: 'c1', label: '进度', max: 10, weight: 3 },
      { name: 'c2', label: '现场', max: 10, weight: 1 },
    ],
    judges: ['沈砚舟', '左思淼'],
    dropHighest: 1,
  });
  const score = (id: string, stop: string, judge: string, c1: number, c2: number) =>
    scoreSchema.parse({ id, tour: 't', stop, sheet: 's', judge, points: { c1, c2 } });
  const tables = scoreTables(
    sheet,
    [score('1', 'a', '沈砚舟', 10, 10), score('2', 'a', '左思淼', 8, 4), score('3', 'b', '左思淼', 6, 6)],
    [
      { id: 'a', title: '甲' },
      { id: 'b', title: '乙' },
    ],
    {
      ranks: '排名',
      points: '打分',
      rank: '名次',
      stop: '点位',
      mean: '平均分',
      missing: '尚未评完',
      judge: '评委',
      dropped: '（去掉）',
      criterion: (label, max) => `${label}（${max}）`,
    },
  );
  expect(tables).toEqual([
    {
      name: '排名',
      rows: [
        ['名次', '点位', '平均分', '沈砚舟', '左思淼', '尚未评完'],
        [1, '甲', 70, '100.00（去掉）', 70, ''],
        [null, '乙', null, null, '60.00（去掉）', '沈砚舟'],
      ],
    },
    {
      name: '打分',
      rows: [
        ['点位', '评委', '进度（10）', '现场（10）'],
        ['甲', '沈砚舟', 10, 10],
        ['甲', '左思淼', 8, 4],
        ['乙', '左思淼', 6, 6],
      ],
    },
  ]);
});
