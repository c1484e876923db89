import type { PhotoMark } from '../records/photo-mark';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is drawn for a mark, in the picture's own pixels: lines to be stroked, or a text with its place. */
export type MarkShape =
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Point[])[]; readonly closed: boolean }
  | { readonly kind: 'text'; readonly at: Point; readonly text: string; readonly size: number };

/** One red that stands out on concrete, sky and grass, with a white edge around it. */
export const markColours = { line: '#d40022', edge: '#ffffff' } as const;

/** How thick marks are on a picture of this size. */
export function markStroke({ width, height }: PictureSize): number {
  return Math.max(2, Math.round(Math.max(width, height) / 220));
}

/** The one drawing of marks, for the screen and for stamped copies alike. */
export function markShape(mark: PhotoMark, size: PictureSize): MarkShape {
  const start = { x: (mark.x1 * size.width) / 1000, y: (mark.y1 * size.height) / 1000 };
  if (mark.kind === 'text')
    return { kind: 'text', at: start, text: mark.text, size: Math.round(markStroke(size) * 7) };
  const end = { x: (mark.x2 * size.width) / 1000, y: (mark.y2 * size.height) / 1000 };
  if (mark.kind === 'arrow')
    return {
      kind: 'lines',
      closed: false,
      lines: [[start, end], arrowHead(start, end, markStroke(size) * 6)],
    };
  const corners = [start, { x: end.x, y: start.y }, end, { x: start.x, y: end.y }];
  return { kind: 'lines', closed: true, lines: [corners] };
}

function arrowHead(from: Point, to: Point, length: number): readonly Point[] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (turn: number) => ({
    x: to.x - length * Math.cos(angle + turn),
    y: to.y - length * Math.sin(angle + turn),
  });
  return [wing(0.5), to, wing(-0.5)];
}
