import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffText } from '../../../shared/changes/diff-text';

it('tells what went and what came, letter by letter', () => {
  expect(diffText('三层临边没有防护', '三层东侧临边防护缺失')).toEqual([
    { kind: 'same', text: '三层' },
    { kind: 'new', text: '东侧' },
    { kind: 'same', text: '临边' },
    { kind: 'gone', text: '没有' },
    { kind: 'same', text: '防护' },
    { kind: 'new', text: '缺失' },
  ]);
  expect(diffText('', '新')).toEqual([{ kind: 'new', text: '新' }]);
  expect(diffText('同', '同')).toEqual([{ kind: 'same', text: '同' }]);
});

it('gives back both texts, whatever they are, and cuts no character in two', () => {
  const text = fc.string({ unit: fc.constantFrom('塔', '吊', '𠮷', 'a', ' ', '\n'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffText(before, after);
      const side = (other: 'gone' | 'new') =>
        parts.flatMap(({ kind, text }) => (kind === other ? [] : text)).join('');
      expect(side('new')).toBe(before);
      expect(side('gone')).toBe(after);
    }),
  );
});

it('calls long texts without anything in common replaced, at once', () => {
  expect(diffText('甲'.repeat(5000), '乙'.repeat(5000))).toHaveLength(2);
});
