import type { PhotoMark } from '../records/photo-mark';

type Ends = Extract<PhotoMark, { readonly x2: number }>;

const inside = (value: number) => Math.max(0, Math.min(1000, Math.round(value)));

/** A new mark in the middle of the picture, large enough to be seen and taken hold of. */
export function newMark(kind: PhotoMark['kind'], text: string): PhotoMark {
  if (kind === 'text') return { kind, x1: 420, y1: 460, text };
  return kind === 'arrow'
    ? { kind, x1: 350, y1: 650, x2: 500, y2: 500 }
    : { kind, x1: 400, y1: 400, x2: 600, y2: 600 };
}

/** A mark drawn by hand between two places; a mere click gives one of the usual size there. */
export function drawnMark(
  kind: PhotoMark['kind'],
  from: readonly [number, number],
  to: readonly [number, number],
  text: string,
): PhotoMark {
  const [x1, y1] = [inside(from[0]), inside(from[1])];
  if (kind === 'text') return { kind, x1, y1, text };
  const [x2, y2] = [inside(to[0]), inside(to[1])];
  const isClick = Math.abs(x2 - x1) + Math.abs(y2 - y1) < 12;
  if (!isClick) return { kind, x1, y1, x2, y2 };
  const size = kind === 'arrow' ? -120 : 160;
  return kind === 'arrow'
    ? { kind, x1: inside(x1 + size), y1: inside(y1 - size), x2: x1, y2: y1 }
    : { kind, x1, y1, x2: inside(x1 + size), y2: inside(y1 + size) };
}

/** Moves a mark, in thousandths; it keeps its size and stays on the picture. */
export function movedMark(mark: PhotoMark, dx: number, dy: number): PhotoMark {
  if (mark.kind === 'text') return { ...mark, x1: inside(mark.x1 + dx), y1: inside(mark.y1 + dy) };
  const right = limited(dx, mark.x1, mark.x2);
  const down = limited(dy, mark.y1, mark.y2);
  return {
    ...mark,
    x1: inside(mark.x1 + right),
    y1: inside(mark.y1 + down),
    x2: inside(mark.x2 + right),
    y2: inside(mark.y2 + down),
  };
}

/** Moves the end of an arrow or the corner of a box; a text has no size of its own. */
export function resizedMark(mark: PhotoMark, dx: number, dy: number): PhotoMark {
  if (mark.kind === 'text') return mark;
  return { ...mark, x2: inside(mark.x2 + dx), y2: inside(mark.y2 + dy) } satisfies Ends;
}

function limited(by: number, a: number, b: number): number {
  return Math.max(-Math.min(a, b), Math.min(1000 - Math.max(a, b), by));
}
