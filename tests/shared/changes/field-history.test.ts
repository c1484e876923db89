import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { fieldHistories } from '../../../shared/changes/field-history';
import { merge } from '../../../shared/changes/merge';
import type { RecordState } from '../../../shared/changes/record-state';
import type { Json } from '../../../shared/json';

function change(id: string, value: Json, replaces: readonly string[], more: Partial<Change> = {}): Change {
  const fields = { text: { value, replaces: [...replaces] } };
  const at = '2026-11-20T09:00:00.000Z';
  return { id, scope: 't', kind: 'note', record: 'n', fields, author: '周敏', device: 'd1', at, ...more };
}

const stateOf = (changes: readonly Change[]) =>
  changes.reduce<RecordState | undefined>(merge, undefined) as RecordState;

it('lists the newest first even where a clock was wrong, and marks the autosaves of one text', () => {
  const changes = [
    change('9-first', '塔', []),
    change('1-second', '塔吊', ['9-first'], { at: '2026-11-20T09:00:02.000Z' }),
    change('2-third', '塔吊未验收', ['1-second'], { author: '陈立', device: 'd2' }),
  ];
  const [text] = fieldHistories(stateOf(changes), changes);
  expect(text?.values.map(({ value, isHead, isDraft }) => [value, isHead, isDraft])).toEqual([
    ['塔吊未验收', true, false],
    ['塔吊', false, false],
    ['塔', false, true],
  ]);
  expect(text?.values.map(({ before }) => before)).toEqual(['塔吊', '塔', undefined]);
  expect(text?.missing).toBe(0);
});

it('says how many values are known to have been there and are not here', () => {
  const changes = [change('1', '甲', []), change('2', '乙', ['1']), change('3', '丙', ['2', '7-not-seen'])];
  expect(fieldHistories(stateOf(changes), changes.slice(1))[0]?.missing).toBe(2);
});

it('misses no value that anybody typed, whatever replaced what', () => {
  const replaced = fc.array(fc.array(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(replaced, (lists) => {
      const changes = lists.map((list, at) =>
        change(
          `c${at}`,
          `值${at}`,
          list.filter((other) => other < at).map((other) => `c${other}`),
        ),
      );
      const values = fieldHistories(stateOf(changes), changes)[0]?.values ?? [];
      expect(new Set(values.map(({ value }) => value))).toEqual(new Set(lists.map((_, at) => `值${at}`)));
      expect(values).toHaveLength(lists.length);
    }),
  );
});
