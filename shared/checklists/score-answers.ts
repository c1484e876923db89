import type { Checklist, Row } from '../records/checklist';
import { cellOf } from '../xlsform/cell-of';
import { groupBy } from './group-by';

/** A scored question as it is asked now, with the names chosen, parted by spaces. */
export interface AskedAnswer {
  /** Where its answer is kept: "safety/exits", "hazards[2]/level". */
  readonly path: string;
  readonly value: string;
}

export interface ItemScore {
  readonly points: number;
  /** The full mark; 0 where the answer is 不适用, which counts in neither. */
  readonly full: number;
}

export interface SheetScore extends ItemScore {
  /** Of 100, null while nothing counts. */
  readonly percent: number | null;
  /** How many questions that carry points are not answered yet. */
  readonly open: number;
}

/**
 * Points of a checklist. Two columns of Xunji's own beside XLSForm's: `xunji_points` in `choices` (a number, or "na" for 不适用),
 * `xunji_weight` in `survey` (1 where it is empty). A question counts weight × points of weight × its highest points; of several
 * chosen answers the points add up. Null for a checklist without points.
 */
export function scoreAnswers(checklist: Checklist, asked: readonly AskedAnswer[]): SheetScore | null {
  const scales = scalesOf(checklist);
  if (scales.size === 0) return null;
  const scored = asked.flatMap(({ path, value }) => {
    const scale = scales.get(plainPath(path));
    return scale ? [scoreOf(scale, value)] : [];
  });
  const points = scored.reduce((sum, one) => sum + (one?.points ?? 0), 0);
  const full = scored.reduce((sum, one) => sum + (one?.full ?? 0), 0);
  return {
    points: clean(points),
    full: clean(full),
    percent: full === 0 ? null : clean((points / full) * 100),
    open: scored.filter((one) => one === null).length,
  };
}

/** Of the questions asked, those whose answer earned nothing where something could be earned. */
export function failedPaths(checklist: Checklist, asked: readonly AskedAnswer[]): ReadonlySet<string> {
  const scales = scalesOf(checklist);
  const failed = asked.filter(({ path, value }) => {
    const scale = scales.get(plainPath(path));
    const score = scale ? scoreOf(scale, value) : null;
    return score !== null && score.full > 0 && score.points <= 0;
  });
  return new Set(failed.map(({ path }) => path));
}

interface Scale {
  readonly weight: number;
  readonly full: number;
  /** By the name of a choice; null for 不适用. */
  readonly points: ReadonlyMap<string, number | null>;
}

const remembered = new WeakMap<Checklist, ReadonlyMap<string, Scale>>();

function scalesOf(checklist: Checklist): ReadonlyMap<string, Scale> {
  const known = remembered.get(checklist);
  if (known) return known;
  const scales = readScales(checklist);
  remembered.set(checklist, scales);
  return scales;
}

function readScales({ survey, choices }: Checklist): ReadonlyMap<string, Scale> {
  const lists = groupBy(choices, (row) => cellOf(row, 'list_name'));
  const scales = new Map<string, Scale>();
  const groups: string[] = [];
  for (const row of survey) {
    const type = cellOf(row, 'type');
    const group = /^(begin|end)[\s_]+(?:group|repeat)/.exec(type)?.[1];
    if (group === 'begin') groups.push(cellOf(row, 'name'));
    if (group === 'end') groups.pop();
    const [, kind, list = ''] = /^select_(one|multiple)\s+(\S+)/.exec(type) ?? [];
    const points = pointsOf(lists.get(list) ?? []);
    if (kind === undefined || points.size === 0) continue;
    const weight = numberIn(cellOf(row, 'xunji_weight')) ?? 1;
    const worth = [...points.values()].filter((value) => value !== null);
    const full =
      kind === 'one'
        ? Math.max(0, ...worth)
        : worth.filter((value) => value > 0).reduce((sum, value) => sum + value, 0);
    scales.set([...groups, cellOf(row, 'name')].join('/'), { weight, full, points });
  }
  return scales;
}

function pointsOf(choices: readonly Row[]): ReadonlyMap<string, number | null> {
  const points = new Map<string, number | null>();
  for (const row of choices) {
    const cell = cellOf(row, 'xunji_points');
    const value = /^n\/?a$/i.test(cell) ? null : numberIn(cell);
    if (value !== undefined) points.set(cellOf(row, 'name'), value);
  }
  return points;
}

/** Null while there is no answer that carries points. */
function scoreOf({ weight, full, points }: Scale, value: string): ItemScore | null {
  const chosen = value.split(' ').flatMap((name) => (points.has(name) ? [points.get(name) ?? null] : []));
  if (chosen.length === 0) return null;
  if (chosen.includes(null)) return { points: 0, full: 0 };
  const earned = chosen.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { points: weight * Math.min(earned, full), full: weight * full };
}

function numberIn(cell: string): number | undefined {
  return cell === '' || !Number.isFinite(Number(cell)) ? undefined : Number(cell);
}

function plainPath(path: string): string {
  return path.replaceAll(/\[\d+\]/g, '');
}

/** 0.1 + 0.2 is 0.3 on a score sheet. */
function clean(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
