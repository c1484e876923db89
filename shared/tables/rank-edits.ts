interface Ranked {
  readonly id: string;
  readonly rank: number;
}

/** The new ranks that put records into this order, and no more of them than it takes; a rank below the one before it goes up. */
export function rankEdits(order: readonly Ranked[]): readonly Ranked[] {
  const edits: Ranked[] = [];
  let last = 0;
  for (const { id, rank } of order) {
    const next = rank > last ? rank : last + 1;
    if (next !== rank) edits.push({ id, rank: next });
    last = next;
  }
  return edits;
}

/** The list with the record of that id at the place of another. */
export function movedTo<R extends { readonly id: string }>(
  records: readonly R[],
  id: string,
  place: number,
): readonly R[] {
  const moved = records.find((record) => record.id === id);
  if (moved === undefined) return records;
  const others = records.filter((record) => record.id !== id);
  return [...others.slice(0, place), moved, ...others.slice(place)];
}
