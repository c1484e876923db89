import { type Hunk, editScript } from './edit-script';

/** Beyond this many single letters two texts are compared by clauses: nobody reads such a difference letter by letter. */
const mostLetters = 1200;

/** Beyond this many clauses the middle counts as replaced as a whole. */
const mostClauses = 1200;

const endOfClause = /[。！？；：，、!?;,\n]/;

/** What became of one text in another, by whole code points; what both begin and end with is no part of any stretch. */
export function textHunks(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [before, after] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (before.length === 0 && after.length === 0) return [];
  return middle(before, after).map((hunk) => ({
    at: hunk.at + start,
    to: hunk.to + start,
    from: hunk.from + start,
    until: hunk.until + start,
  }));
}

function middle(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  const whole = { at: 0, to: a.length, from: 0, until: b.length };
  if (a.length === 0 || b.length === 0) return [whole];
  return editScript(a, b, mostLetters) ?? byClauses(a, b) ?? [whole];
}

function byClauses(a: readonly string[], b: readonly string[]): readonly Hunk[] | null {
  const [one, other] = [clausesOf(a), clausesOf(b)];
  const hunks = editScript(one.clauses, other.clauses, mostClauses);
  return (
    hunks?.map(({ at, to, from, until }) => ({
      at: one.starts[at] ?? 0,
      to: one.starts[to] ?? 0,
      from: other.starts[from] ?? 0,
      until: other.starts[until] ?? 0,
    })) ?? null
  );
}

/** `starts[n]` is where the nth clause begins; one more for the end of the text. */
function clausesOf(points: readonly string[]) {
  const clauses: string[] = [];
  const starts = [0];
  let begun = 0;
  for (const [place, point] of points.entries()) {
    if (!endOfClause.test(point) && place < points.length - 1) continue;
    clauses.push(points.slice(begun, place + 1).join(''));
    begun = place + 1;
    starts.push(begun);
  }
  return { clauses, starts };
}
