import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts, uniteTexts } from '../../../shared/changes/merge-text';
import { textHunks } from '../../../shared/changes/text-hunks';

const base = '三层临边没有防护，配电箱未上锁。';

describe('texts made from one text', () => {
  it('are one text with both edits where these do not meet', () => {
    expect(
      mergeTexts(base, ['三层东侧临边没有防护，配电箱未上锁。', '三层临边没有防护，配电箱未上锁。已拍照。']),
    ).toEqual({
      text: '三层东侧临边没有防护，配电箱未上锁。已拍照。',
      isClean: true,
    });
    expect(mergeTexts(base, ['三层临边没有防护。', `现场：${base}`])).toEqual({
      text: '现场：三层临边没有防护。',
      isClean: true,
    });
  });

  it('keep both additions where the edits meet, and are not clean', () => {
    expect(mergeTexts('三日内完成', ['五日内完成', '七日内完成'])).toEqual({
      text: '五七日内完成',
      isClean: false,
    });
    expect(mergeTexts(base, [`${base}甲`, `${base}乙`])).toEqual({ text: `${base}甲乙`, isClean: false });
    expect(mergeTexts('', ['临边无护栏', '配电箱未上锁'])).toEqual({
      text: '临边无护栏\n配电箱未上锁',
      isClean: false,
    });
  });

  it('have the same edit of two people once, and ask nobody', () => {
    expect(mergeTexts(base, [`${base}已拍照。`, `${base}已拍照。`])).toEqual({
      text: `${base}已拍照。`,
      isClean: true,
    });
  });

  it('cut no character in two', () => {
    const { text } = mergeTexts('𠮷𠮶店', ['𠮷𠮷𠮶店', '𠮷𠮶𠮶店']);
    expect(
      Array.from(text).every(
        (point) => point.codePointAt(0) !== undefined && !/^[\uD800-\uDFFF]$/.test(point),
      ),
    ).toBe(true);
  });
});

it('shares what two texts of unknown origin have in common, and keeps what either has besides', () => {
  expect(uniteTexts('三层临边没有防护，已整改。', '三层临边没有防护，附照片两张。')).toBe(
    '三层临边没有防护，已整改附照片两张。',
  );
  expect(uniteTexts('甲乙', '丙丁')).toBe('甲乙丙丁');
});

const letters = fc.string({ unit: fc.constantFrom('塔', '吊', '未', '检', '𠮷', 'a'), maxLength: 12 });

it('loses no letter that somebody added, whatever was edited', () => {
  fc.assert(
    fc.property(letters, fc.array(letters, { minLength: 2, maxLength: 4 }), (from, texts) => {
      const { text } = mergeTexts(from, texts);
      for (const each of texts) for (const added of additions(from, each)) expect(text).toContain(added);
    }),
    { numRuns: 2000 },
  );
});

it('loses letters in a merge that takes one side only', () => {
  const takesFirst = (_: string, [first = '']: readonly string[]) => ({ text: first });
  const check = () =>
    fc.assert(
      fc.property(letters, fc.array(letters, { minLength: 2, maxLength: 4 }), (from, texts) => {
        const { text } = takesFirst(from, texts);
        for (const each of texts) for (const added of additions(from, each)) expect(text).toContain(added);
      }),
      { seed: 7 },
    );
  expect(check).toThrow('Property failed');
});

/** Letters in a row that are new in `text`. */
function additions(from: string, text: string): readonly string[] {
  const points = Array.from(text);
  return textHunks(Array.from(from), points)
    .map((hunk) => points.slice(hunk.from, hunk.until).join(''))
    .filter((added) => added !== '');
}

it('takes a hundred times longer at most for a text that is a hundred times longer, however it was rewritten', () => {
  const words = (length: number, seed: number) => {
    let state = seed;
    return Array.from({ length }, (_, place) => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return place % 17 === 16 ? '。' : String.fromCodePoint(0x4e00 + ((state >> 12) % 900));
    }).join('');
  };
  const spent = (length: number) => {
    const [one, other] = [words(length, 1), words(length, 2)];
    const started = performance.now();
    expect(uniteTexts(one, other).length).toBeGreaterThan(length);
    expect(mergeTexts(words(length, 3), [one, other]).isClean).toBe(false);
    return performance.now() - started;
  };
  spent(1000);
  const short = spent(1000);
  expect(spent(10_000)).toBeLessThan(Math.max(short, 20) * 100);
});

it('finds scattered edits of a text of ten thousand letters', () => {
  const long = Array.from({ length: 10_000 }, (_, place) =>
    String.fromCodePoint(0x4e00 + ((place * 7919) % 5000)),
  ).join('');
  const at = (place: number, added: string) => long.slice(0, place) + added + long.slice(place);
  const { text, isClean } = mergeTexts(long, [at(5, '甲方'), at(5000, '乙方'), at(9990, '丙方')]);
  expect(isClean).toBe(true);
  expect(text).toHaveLength(10_006);
  expect(text.indexOf('乙方')).toBe(5002);
});
