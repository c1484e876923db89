import type { Score } from '../records/score';
import type { ScoreSheet } from '../records/score-sheet';

export interface RankedStop {
  readonly stop: string;
  /** Of 100; null where no total is left to count. */
  readonly mean: number | null;
  /** Equal means share a rank and the next one is skipped: 1, 1, 3. */
  readonly rank: number | null;
  readonly totals: readonly JudgeTotal[];
  /** Judges whose points for this stop are not complete: they do not count yet. */
  readonly missing: readonly string[];
}

export interface JudgeTotal {
  readonly judge: string;
  readonly total: number;
  /** Left out as one of the highest or lowest. */
  readonly dropped: boolean;
}

/**
 * Ranks stops by the points of the judges. A judge's total is the weighted mean of points by full mark, of 100. The highest and
 * lowest totals of a stop are left out as the sheet says; the mean of the rest, rounded to what is shown (two decimals), ranks.
 * Where nothing is left after that, the stop has no rank. Stops without a rank stand last, in the order given.
 */
export function rankStops(
  sheet: ScoreSheet,
  scores: readonly Score[],
  stops: readonly string[],
): readonly RankedStop[] {
  const own = scores.filter((score) => score.sheet === sheet.id && !score.deleted);
  const judges = [...new Set([...sheet.judges, ...own.map((score) => score.judge)])];
  const rows = stops.map((stop) => {
    const judged = judges.map((judge) => {
      const score = own.find((one) => one.stop === stop && one.judge === judge);
      return { judge, total: score ? totalOf(sheet, score) : null };
    });
    const totals = dropEnds(
      sheet,
      judged.flatMap(({ judge, total }) => (total === null ? [] : [{ judge, total }])),
    );
    const counted = totals.filter((one) => !one.dropped);
    return {
      stop,
      mean:
        counted.length === 0
          ? null
          : rounded(counted.reduce((sum, one) => sum + one.total, 0) / counted.length),
      totals,
      missing: judged.filter(({ total }) => total === null).map(({ judge }) => judge),
    };
  });
  const means = rows.flatMap((row) => row.mean ?? []);
  return rows
    .map((row) => ({ ...row, rank: rankOf(row.mean, means) }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
}

/** Null while a criterion is not judged. A criterion of no weight need not be. */
function totalOf({ criteria }: ScoreSheet, { points }: Score): number | null {
  const counted = criteria.filter((criterion) => criterion.weight > 0);
  const weights = counted.reduce((sum, criterion) => sum + criterion.weight, 0);
  let total = 0;
  for (const { name, max, weight } of counted) {
    const given = Object.hasOwn(points, name) ? points[name] : null;
    if (given === null || given === undefined) return null;
    total += (Math.min(Math.max(given, 0), max) / max) * weight;
  }
  return weights === 0 ? null : rounded((total / weights) * 100);
}

function dropEnds(
  { dropHighest, dropLowest }: ScoreSheet,
  totals: readonly { readonly judge: string; readonly total: number }[],
): readonly JudgeTotal[] {
  const byTotal = totals.map((one, index) => ({ ...one, index })).sort((a, b) => b.total - a.total);
  const lowest = byTotal.length - dropLowest;
  const dropped = new Set(
    byTotal.filter((_, place) => place < dropHighest || place >= lowest).map((one) => one.index),
  );
  return totals.map((one, index) => ({ ...one, dropped: dropped.has(index) }));
}

function rankOf(mean: number | null, means: readonly number[]): number | null {
  return mean === null ? null : means.filter((other) => other > mean).length + 1;
}

/** Half a hundredth goes up: 80.005 is less than that in binary, and two stops of one mean would not share a rank. */
function rounded(value: number): number {
  return Math.round(Number((value * 100).toPrecision(12))) / 100;
}
