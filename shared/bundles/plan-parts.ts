/** What a bundle is to hold, in its order: lines of changes by their number and length, then files. */
export interface BundleContent {
  readonly lines: readonly number[];
  readonly files: readonly { readonly sha256: string; readonly size: number }[];
}

export interface FileSlice {
  readonly sha256: string;
  readonly size: number;
  readonly from: number;
  readonly length: number;
}

export interface PlannedPart {
  /** How many of the lines, going on from the part before. */
  readonly lines: number;
  readonly slices: readonly FileSlice[];
}

/** What the line before a slice takes at most. */
const sliceOverhead = 200;

/**
 * Spreads the content over parts of at most `room` bytes each. Lines stay whole (a longer one than `room` has a part of its own),
 * files are cut where a part is full. There is always one part.
 */
export function planParts(content: BundleContent, room: number): readonly PlannedPart[] {
  const parts: { lines: number; slices: FileSlice[] }[] = [{ lines: 0, slices: [] }];
  let left = room;
  const current = () => parts.at(-1) as { lines: number; slices: FileSlice[] };
  const next = () => {
    parts.push({ lines: 0, slices: [] });
    left = room;
  };

  for (const bytes of content.lines) {
    if (bytes > left && left < room) next();
    current().lines += 1;
    left -= bytes;
  }
  for (const { sha256, size } of content.files) {
    let from = 0;
    do {
      if (left <= sliceOverhead) next();
      const length = Math.min(size - from, left - sliceOverhead);
      current().slices.push({ sha256, size, from, length });
      from += length;
      left -= length + sliceOverhead;
    } while (from < size);
  }
  return parts;
}
