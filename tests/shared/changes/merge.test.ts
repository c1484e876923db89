import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { listConflicts } from '../../../shared/changes/list-conflicts';
import { makeChange } from '../../../shared/changes/make-change';
import { merge } from '../../../shared/changes/merge';
import { project } from '../../../shared/changes/project';
import type { RecordState } from '../../../shared/changes/record-state';

const random = (seed: number) => {
  let state = seed;
  return (length: number) =>
    Uint8Array.from({ length }, () => (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 16);
};
const target = { kind: 'issue', record: 'i1', tour: 't1' } as const;
const mergeAll = (changes: readonly Change[]) =>
  changes.reduce<RecordState | undefined>((state, change) => merge(state, change), undefined) as RecordState;

function author(device: string, seed: number, clock = () => 1_700_000_000_000) {
  return { name: device, device, clock, random: random(seed) };
}

/** Devices edit, and now and then see all that has been made so far: a partial order of changes. */
const histories = fc
  .array(
    fc.record({
      device: fc.nat(3),
      field: fc.constantFrom('text', 'measure', 'due'),
      value: fc.string({ maxLength: 3 }),
      sees: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((steps) => {
    const authors = [0, 1, 2, 3].map((n) => author(`d${n}`, n + 1));
    const states: (RecordState | undefined)[] = [];
    const changes: Change[] = [];
    for (const step of steps) {
      if (step.sees) states[step.device] = changes.length > 0 ? mergeAll(changes) : undefined;
      const by = authors[step.device] ?? author('d', 9);
      const change = makeChange(by, target, states[step.device], { [step.field]: step.value });
      states[step.device] = merge(states[step.device], change);
      changes.push(change);
    }
    return changes;
  });

describe('merging the same changes', () => {
  it('gives the same record in any order and any number of times', () => {
    fc.assert(
      fc.property(
        histories.chain((changes) =>
          fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes, ...changes], { minLength: 0 })),
        ),
        ([changes, shuffled]) => {
          expect(mergeAll([...shuffled, ...changes])).toEqual(mergeAll(changes));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps every value that nobody replaced and drops every value that somebody did', () => {
    fc.assert(
      fc.property(histories, (changes) => {
        const state = mergeAll(changes);
        for (const [name, field] of Object.entries(state.fields)) {
          const ofField = changes.filter((change) => name in change.fields);
          const replaced = new Set(ofField.flatMap((change) => change.fields[name]?.replaces ?? []));
          const expected = ofField.filter((change) => !replaced.has(change.id)).map((change) => change.id);
          expect(field.heads.map((head) => head.change).sort()).toEqual(expected.sort());
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('keeps both values when two people set one field without seeing each other, and shows the same one everywhere', () => {
  const [anna, bao] = [author('anna', 1), author('bao', 2)];
  const base = makeChange(anna, target, undefined, { tour: 't1', text: '临边无护栏', measure: '' });
  const seen = mergeAll([base]);
  const left = makeChange(anna, target, seen, { measure: '三日内加装' });
  const right = makeChange(bao, target, seen, { measure: '立即停工' });
  const there = mergeAll([base, left, right]);
  const here = mergeAll([right, base, left]);
  expect(
    listConflicts(here).map(({ field, heads }) => [
      field,
      heads.map((head) => JSON.stringify(head.value)).sort(),
    ]),
  ).toEqual([['measure', ['"三日内加装"', '"立即停工"'].sort()]]);
  expect(project(here as RecordState & { kind: 'issue' })?.measure).toBe(
    project(there as RecordState & { kind: 'issue' })?.measure,
  );
});

it('merges edits of different fields without a conflict', () => {
  const [anna, bao] = [author('anna', 1), author('bao', 2)];
  const base = mergeAll([makeChange(anna, target, undefined, { tour: 't1', text: '甲', category: '乙' })]);
  const both = [
    makeChange(anna, target, base, { text: '甲甲' }),
    makeChange(bao, target, base, { category: '乙乙' }),
  ].reduce(merge, base);
  expect(listConflicts(both)).toEqual([]);
  expect(project(both as RecordState & { kind: 'issue' })).toMatchObject({ text: '甲甲', category: '乙乙' });
});

it('ends a conflict with one change that replaces both values', () => {
  const [anna, bao] = [author('anna', 1), author('bao', 2)];
  const base = mergeAll([makeChange(anna, target, undefined, { tour: 't1', due: '' })]);
  const torn = [
    makeChange(anna, target, base, { due: '月底前' }),
    makeChange(bao, target, base, { due: '下周三前' }),
  ].reduce(merge, base);
  const settled = merge(torn, makeChange(bao, target, torn, { due: '月底前' }));
  expect(listConflicts(settled)).toEqual([]);
});

it('chooses the value that is shown without looking at a clock', () => {
  const winner = (annaAt: number, baoAt: number) => {
    const [anna, bao] = [author('anna', 1, () => annaAt), author('bao', 2, () => baoAt)];
    const changes = [
      makeChange(anna, target, undefined, { due: '甲' }),
      makeChange(bao, target, undefined, { due: '乙' }),
    ];
    return mergeAll(changes).fields['due']?.heads[0]?.value;
  };
  expect(winner(0, 4_070_908_800_000)).toBe(winner(4_070_908_800_000, 0));
});

it('lets two people answer different items of one checklist without a conflict', () => {
  const sheet = { kind: 'answerSheet', record: 's1', tour: 't1' } as const;
  const base = mergeAll([makeChange(author('anna', 1), sheet, undefined, { tour: 't1', stop: 'p1' })]);
  const both = [
    makeChange(author('anna', 3), sheet, base, { 'answers.permit': 'yes' }),
    makeChange(author('bao', 4), sheet, base, { 'answers.fence': 'no' }),
  ].reduce(merge, base);
  expect(listConflicts(both)).toEqual([]);
  expect(project(both as RecordState & { kind: 'answerSheet' })?.answers).toEqual({
    permit: 'yes',
    fence: 'no',
  });
});
