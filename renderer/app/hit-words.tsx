import type { SearchHit } from '../../shared/search/search-index';

/** So much of a text stands before the first place that was found, and so much in all. */
const before = 14;
const longest = 90;

interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** The part of a text in which something was found, with what was found marked. */
export function HitWords({ hit }: { readonly hit: SearchHit }) {
  return (
    <span className="palette-title cut">
      {piecesOf(hit).map(({ text, isHit }, place) => {
        const key = `${place} ${text}`;
        return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
      })}
    </span>
  );
}

function piecesOf({ entry, ranges }: SearchHit): readonly Piece[] {
  const { words } = entry;
  const sorted = ranges.toSorted((a, b) => a.from - b.from);
  const first = sorted[0]?.from ?? 0;
  const start = first <= before * 2 ? 0 : first - before;
  const end = Math.min(words.length, start + longest);
  const pieces: Piece[] = start > 0 ? [{ text: '…', isHit: false }] : [];
  let at = start;
  for (const { from, to } of sorted) {
    if (from < at || from >= end) continue;
    pieces.push(
      { text: words.slice(at, from), isHit: false },
      { text: words.slice(from, Math.min(to, end)), isHit: true },
    );
    at = Math.min(to, end);
  }
  pieces.push({ text: words.slice(at, end), isHit: false });
  if (end < words.length) pieces.push({ text: '…', isHit: false });
  return pieces.filter(({ text }) => text !== '');
}
