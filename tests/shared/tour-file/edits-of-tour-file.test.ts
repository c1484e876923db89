import { describe, expect, it } from 'vitest';
import { makeChange } from '../../../shared/changes/make-change';
import { merge } from '../../../shared/changes/merge';
import { project } from '../../../shared/changes/project';
import type { RecordState } from '../../../shared/changes/record-state';
import type { Json } from '../../../shared/json';
import { valuesOfRecord } from '../../../shared/tour-file/edits-of-tour-file';

let made = 0;
const author = {
  name: '周敏',
  device: 'laptop-1',
  clock: () => 0,
  random: (size: number) => new Uint8Array(size).fill((made += 1)),
};
const target = { kind: 'score', record: 'score-1', tour: 'tour-1' } as const;
const place = { tour: 'tour-1', stop: 'stop-1', sheet: 'sheet-1', judge: '甲' };
const change = (before: RecordState | undefined, values: Readonly<Record<string, Json>>) =>
  makeChange(author, target, before, { ...place, ...values });
const pointsOf = (state: RecordState) => project({ ...state, kind: 'score' as const })?.points;

describe('a record of a tour file', () => {
  it('has points, answers and results as fields of their own', () => {
    expect(
      valuesOfRecord({ id: 'x', points: { c1: 8 }, answers: { permit: 'yes' }, calculated: { sum: '3' } }),
    ).toEqual({ 'points.c1': 8, 'answers.permit': 'yes', 'calculated.sum': '3' });
  });

  it('lets points that are given afterwards count', () => {
    const here = merge(undefined, change(undefined, { 'points.c1': 8 }));
    const imported = merge(here, change(here, valuesOfRecord({ points: { c1: 9 } })));
    expect(pointsOf(merge(imported, change(imported, { 'points.c1': 7 })))).toEqual({ c1: 7 });
  });

  it('reads a log that holds the points whole as well the same in any order', () => {
    const whole = change(undefined, { points: { c1: 9, c2: 5 } });
    const entry = change(merge(undefined, whole), { 'points.c1': 7 });
    const orders = [
      [whole, entry],
      [entry, whole],
    ];
    for (const order of orders) {
      const state = order.reduce<RecordState | undefined>(merge, undefined);
      expect(state && pointsOf(state)).toEqual({ c1: 7, c2: 5 });
    }
  });
});
