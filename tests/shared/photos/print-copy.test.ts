import { describe, expect, it } from 'vitest';
import { needsPrintCopy, printKey, printKeySchema } from '../../../shared/photos/print-copy';
import type { PhotoMark } from '../../../shared/records/photo-mark';

const sha256 = 'ab'.repeat(32);
const arrow: PhotoMark = { kind: 'arrow', x1: 1, y1: 2, x2: 3, y2: 4 };

describe('a picture as it is printed', () => {
  it('is named by its hash, and by what was drawn on it', () => {
    expect(printKey({ sha256, marks: [] })).toBe(sha256);
    const marked = printKey({ sha256, marks: [arrow] });
    expect(printKeySchema.parse(marked)).toMatch(new RegExp(`^${sha256}-`));
    expect(printKey({ sha256, marks: [{ ...arrow, x1: 2 }] })).not.toBe(marked);
    expect(printKey({ sha256, marks: [{ ...arrow }] })).toBe(marked);
  });

  it.each([
    ['image/jpeg', 90_000, [], false],
    ['image/jpeg', 4_000_000, [], true],
    ['image/heic', 90_000, [], true],
    ['image/webp', 90_000, [], true],
    ['image/png', 90_000, [arrow], true],
  ] as const)('%s of %i bytes with marks %j: a copy is needed: %s', (mime, size, marks, needed) => {
    expect(needsPrintCopy({ sha256, mime, size, marks })).toBe(needed);
  });
});
