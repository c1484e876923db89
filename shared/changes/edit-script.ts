/** A stretch of the first list, and what stands in its place in the second. */
export interface Hunk {
  readonly at: number;
  readonly to: number;
  readonly from: number;
  readonly until: number;
}

/**
 * The fewest deletions and insertions that make one list of the other (E. W. Myers, "An O(ND) difference algorithm and its
 * variations", 1986), as stretches `[at, to)` of `a` that become `[from, until)` of `b`; null where that takes more than `most`.
 * Steps and memory grow with the square of `most` at worst, whatever the lists.
 */
export function editScript(a: readonly string[], b: readonly string[], most: number): readonly Hunk[] | null {
  const limit = Math.min(most, a.length + b.length);
  const trace: Int32Array[] = [];
  const reach = new Int32Array(2 * limit + 3);
  for (let edits = 0; edits <= limit; edits += 1) {
    for (let line = -edits; line <= edits; line += 2) {
      let x = startOf(reach, limit, line, edits);
      while (x < a.length && x - line < b.length && a[x] === b[x - line]) x += 1;
      reach[line + limit + 1] = x;
      if (x >= a.length && x - line >= b.length) return walkBack(trace, edits, a.length, b.length);
    }
    trace.push(reach.slice(limit + 1 - edits, limit + 2 + edits));
  }
  return null;
}

function startOf(reach: Int32Array, limit: number, line: number, edits: number): number {
  const [below, above] = [reach[line + limit] ?? 0, reach[line + limit + 2] ?? 0];
  return line === -edits || (line !== edits && below < above) ? above : below + 1;
}

function walkBack(
  trace: readonly Int32Array[],
  edits: number,
  lengthA: number,
  lengthB: number,
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [lengthA, lengthB];
  for (let left = edits; left > 0; left -= 1) {
    const reach = trace[left - 1] ?? new Int32Array(0);
    const at = (line: number) => reach[line + left - 1] ?? 0;
    const line = x - y;
    const isInsertion = line === -left || (line !== left && at(line - 1) < at(line + 1));
    const fromX = isInsertion ? at(line + 1) : at(line - 1);
    const fromY = isInsertion ? fromX - line - 1 : fromX - line + 1;
    const [toX, toY] = isInsertion ? [fromX, fromY + 1] : [fromX + 1, fromY];
    const next = hunks.at(-1);
    if (next?.at === toX && next.from === toY)
      hunks[hunks.length - 1] = { at: fromX, to: next.to, from: fromY, until: next.until };
    else hunks.push({ at: fromX, to: toX, from: fromY, until: toY });
    [x, y] = [fromX, fromY];
  }
  return hunks.toReversed();
}
