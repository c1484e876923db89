import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planParts } from '../../../shared/bundles/plan-parts';

const room = 10_000;
const content = fc.record({
  lines: fc.array(fc.integer({ min: 1, max: 14_000 }), { maxLength: 30 }),
  files: fc.array(fc.integer({ min: 0, max: 45_000 }), { maxLength: 12 }),
});

it('each line and each byte of each file is in one part, in order, and no part is fuller than it may be', () => {
  fc.assert(
    fc.property(content, ({ lines, files }) => {
      const named = files.map((size, index) => ({ sha256: `file-${index}`, size }));
      const parts = planParts({ lines, files: named }, room);
      expect(parts.reduce((sum, part) => sum + part.lines, 0)).toBe(lines.length);
      const slices = parts.flatMap((part) => part.slices);
      for (const { sha256, size } of named) {
        const own = slices.filter((slice) => slice.sha256 === sha256);
        let from = 0;
        for (const slice of own) {
          expect(slice.from).toBe(from);
          from += slice.length;
        }
        expect(own.length > 0 && from === size).toBe(true);
      }
      expect(slices.map(({ sha256 }) => sha256)).toEqual(
        named.flatMap(({ sha256 }) => slices.filter((slice) => slice.sha256 === sha256).map(() => sha256)),
      );
      let line = 0;
      for (const part of parts) {
        const own = lines.slice(line, line + part.lines);
        line += part.lines;
        const bytes = [...own, ...part.slices.map(({ length }) => length)].reduce((sum, one) => sum + one, 0);
        // A line longer than a part cannot be cut: it has one to itself.
        expect(bytes <= room || (own.length === 1 && part.slices.length === 0)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('nothing at all is one empty part', () => {
  expect(planParts({ lines: [], files: [] }, room)).toEqual([{ lines: 0, slices: [] }]);
});
