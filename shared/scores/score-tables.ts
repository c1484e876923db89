import type { Score } from '../records/score';
import type { ScoreSheet } from '../records/score-sheet';
import { rankStops } from './rank-stops';

/** The heads of the tables, and what a total that does not count has behind it, in the reader's language. */
export interface ScoreTableWords {
  readonly ranks: string;
  readonly points: string;
  readonly rank: string;
  readonly stop: string;
  readonly mean: string;
  readonly missing: string;
  readonly judge: string;
  readonly dropped: string;
  criterion(label: string, max: number): string;
}

export interface ScoreTable {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A score sheet for a spreadsheet: the ranks with the total of each judge, and the points that they rest on. */
export function scoreTables(
  sheet: ScoreSheet,
  scores: readonly Score[],
  stops: readonly { readonly id: string; readonly title: string }[],
  words: ScoreTableWords,
): readonly ScoreTable[] {
  const titles = new Map(stops.map(({ id, title }) => [id, title]));
  const ranked = rankStops(
    sheet,
    scores,
    stops.map(({ id }) => id),
  );
  const judges = [
    ...new Set([...sheet.judges, ...ranked.flatMap(({ totals }) => totals.map((one) => one.judge))]),
  ];
  const given = scores.filter(
    (score) => score.sheet === sheet.id && !score.deleted && titles.has(score.stop),
  );
  return [
    {
      name: words.ranks,
      rows: [
        [words.rank, words.stop, words.mean, ...judges, words.missing],
        ...ranked.map((row) => [
          row.rank,
          titles.get(row.stop) ?? '',
          row.mean,
          ...judges.map((judge) => {
            const total = row.totals.find((one) => one.judge === judge);
            if (!total) return null;
            return total.dropped ? `${total.total.toFixed(2)}${words.dropped}` : total.total;
          }),
          row.missing.join('、'),
        ]),
      ],
    },
    {
      name: words.points,
      rows: [
        [words.stop, words.judge, ...sheet.criteria.map(({ label, max }) => words.criterion(label, max))],
        ...given.map(({ stop, judge, points }) => [
          titles.get(stop) ?? '',
          judge,
          ...sheet.criteria.map(({ name }) => (Object.hasOwn(points, name) ? (points[name] ?? null) : null)),
        ]),
      ],
    },
  ];
}
