import { textHunks } from './text-hunks';

export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** How one text became another, letter by letter (whole code points), in reading order; what went stands before what came. */
export function diffText(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [Array.from(before), Array.from(after)];
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], points: readonly string[]) => {
    if (points.length > 0) parts.push({ kind, text: points.join('') });
  };
  let place = 0;
  for (const { at, to, from, until } of textHunks(a, b)) {
    add('same', a.slice(place, at));
    add('gone', a.slice(at, to));
    add('new', b.slice(from, until));
    place = to;
  }
  add('same', a.slice(place));
  return parts;
}
