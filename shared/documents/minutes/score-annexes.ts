import type { RecordOf } from '../../records/record-schemas';
import { type RankedStop, rankStops } from '../../scores/rank-stops';
import type { Annex, Sentence } from '../document';
import { label, paragraph, ref, refs, say } from '../say';
import type { TourIndex } from '../tour-index';
import { stopName } from './names';

type ScoreSheet = RecordOf<'scoreSheet'>;

/** 评分排名表: the ranks of every score sheet that somebody gave points on, with how they came about. */
export function scoreAnnexes(index: TourIndex): readonly Annex[] {
  return index.scoreSheets.flatMap((sheet) => {
    const scores = index.scores.filter((score) => score.sheet === sheet.id);
    const stops = index.stops.filter((stop) => stop.status !== 'skipped');
    const ranked = rankStops(
      sheet,
      scores,
      stops.map((stop) => stop.id),
    );
    if (ranked.every((row) => row.totals.length === 0)) return [];
    const rows = ranked.map((row): readonly Sentence[] => {
      const stop = index.by.stops.get(row.stop);
      const evidence = refs(
        'score',
        scores.filter((score) => score.stop === row.stop),
      );
      return [
        row.rank === null ? '—' : tieWords(row, ranked),
        stop ? stopName(index, stop) : '',
        row.mean === null ? '—' : row.mean.toFixed(2),
        row.totals.map(totalWords).join('、'),
        row.missing.join('、'),
      ].map((cell) => label(cell, ref('scoreSheet', sheet), ...evidence));
    });
    return [
      {
        title: sheet.title.trim() === '' ? '评分排名表' : `${sheet.title.trim()}排名表`,
        blocks: [
          ...paragraph(say(ruleOf(sheet), ref('scoreSheet', sheet))),
          {
            kind: 'table' as const,
            header: ['名次', '点位', '平均分', '各评委总分', '未评'],
            widths: [0.1, 0.32, 0.12, 0.33, 0.13],
            rows,
          },
        ],
      },
    ];
  });
}

function tieWords({ rank }: RankedStop, ranked: readonly RankedStop[]): string {
  return ranked.filter((other) => other.rank === rank).length > 1 ? `${rank}（并列）` : String(rank);
}

function totalWords({ judge, total, dropped }: RankedStop['totals'][number]): string {
  return `${judge}${total.toFixed(2)}${dropped ? '（去掉）' : ''}`;
}

function ruleOf({ dropHighest, dropLowest }: ScoreSheet): string {
  const dropped = [
    ...(dropHighest > 0 ? [`${dropHighest}个最高分`] : []),
    ...(dropLowest > 0 ? [`${dropLowest}个最低分`] : []),
  ];
  const mean = dropped.length === 0 ? '取平均分' : `去掉${dropped.join('和')}后取平均分`;
  return `各评委的总分按权重折合为百分制，每个点位${mean}；平均分相同的名次并列，其后的名次顺延`;
}
