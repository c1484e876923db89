import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlain } from '../../../shared/changes/is-plain';

/** The same value in other words: names twice, spaces, letters as numbers, powers of ten. */
const ways: readonly ((text: string) => string)[] = [
  (text) => text.replace('{', '{"again":1,').replace(/\}([^}]*)$/, ',"again":2}$1'),
  (text) => text.replace(/[,:]/, '$& '),
  (text) =>
    text.replace(/"([a-z])/, (_, letter: string) => String.raw`"\u00${letter.charCodeAt(0).toString(16)}`),
  (text) => text.replace(/(\d)000\b/, '$1e3'),
  (text) => ` ${text}`,
];

const safeText = fc.string({ unit: fc.constantFrom('a', 'b', '检', '查', ' ', ':', ',', '{', '1') });
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    safeText,
    fc.integer({ min: -9999, max: 9999 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(safeText, tie('tree'), { maxKeys: 4 }),
  ),
}));

test('what was written without escapes is plain, and nothing that says the same in other words', () => {
  let [plain, others] = [0, 0];
  fc.assert(
    fc.property(fc.dictionary(safeText, tree), fc.constantFrom(...ways), (value, inOtherWords) => {
      const text = JSON.stringify(value);
      const told = isPlain(text, JSON.parse(text));
      // A number that ends in 000 is not trusted.
      expect(told).toBe(!/\d000(?=[,}\]])/.test(text.replace(/"[^"]*"/g, '""')));
      const other = inOtherWords(text);
      const parsed = parse(other);
      if (told) plain += 1;
      // A space within a text is another text, and as plain as the first.
      if (parsed === undefined || JSON.stringify(parsed) === other) return;
      others += 1;
      expect(isPlain(other, parsed)).toBe(false);
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(plain, others)).toBeGreaterThan(200);
});

test('a name twice is not made up for by a number that is written short', () => {
  const texts = ['{"a":1,"a":1e15}', '{"a":0,"a":1e-9}', '{"a":-0}', '{"a":123e9}', '{"a":9007199254740993}'];
  expect(texts.filter((text) => isPlain(text, JSON.parse(text)))).toEqual([]);
  const numbers = ['{"a":[272.8,-3.25,0.01,12345,-7,0]}', '{"lat":39.9042,"lon":116.4074}'];
  expect(numbers.filter((text) => !isPlain(text, JSON.parse(text)))).toEqual([]);
});

test('what is deeper than any change, or has quotes within, is not', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const told = [
    nested(100),
    nested(200),
    nested(50_000),
    JSON.stringify(['他说“好”']),
    JSON.stringify(['"']),
  ];
  expect(told.map((text) => isPlain(text, JSON.parse(text)))).toEqual([true, false, false, true, false]);
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
