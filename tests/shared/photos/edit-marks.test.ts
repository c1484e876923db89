import { expect, it } from 'vitest';
import { drawnMark, movedMark, newMark, resizedMark } from '../../../shared/photos/edit-marks';
import { photoMarkSchema } from '../../../shared/records/photo-mark';

it('keeps a mark whole and on the picture however far it is moved', () => {
  const moved = movedMark({ kind: 'box', x1: 400, y1: 400, x2: 600, y2: 600 }, 9999, -9999);
  expect(moved).toEqual({ kind: 'box', x1: 800, y1: 0, x2: 1000, y2: 200 });
});

it('makes marks that a record takes, also from a pen that slides over the edge', () => {
  for (const kind of ['arrow', 'box', 'text'] as const) {
    for (const to of [
      [5, 5],
      [-80, 1700],
    ] as const)
      expect(photoMarkSchema.safeParse(drawnMark(kind, [3.3, 4.9], to, '此处')).success).toBe(true);
    expect(photoMarkSchema.safeParse(resizedMark(newMark(kind, '此处'), 900, 900)).success).toBe(true);
  }
});
