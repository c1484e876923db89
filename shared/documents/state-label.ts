import type { TourFile } from '../tour-file/tour-file';

/**
 * Twelve hex digits that change when any record of the tour changes: a label by which people tell that a document is
 * stale. Not a proof of integrity (FNV-1a, 64 bits).
 */
export function stateLabel(file: TourFile): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of canonical(file)) {
    hash ^= BigInt(unit.charCodeAt(0));
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0').slice(0, 12);
}

/** JSON with sorted keys and records sorted by id, so that the order of arrival does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${sortedById(value).map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

function sortedById(items: readonly unknown[]): readonly unknown[] {
  const idOf = (item: unknown) => (item as { id?: unknown } | null)?.id;
  if (!items.every((item) => typeof idOf(item) === 'string')) return items;
  return items.toSorted((left, right) => (String(idOf(left)) < String(idOf(right)) ? -1 : 1));
}
