import { cellKey, cellText } from '../itinerary/cell-text';
import type { LedgerLine } from './mapped-rows';
import type { FieldDifference } from './table-reading';

export interface MergedLedger {
  /** Null where nothing changes. */
  readonly ledger: readonly LedgerLine[] | null;
  readonly differences: readonly FieldDifference[];
}

/** The ledger with what a table says of it: lines it knows get the new value in their place, new ones follow, the rest stays. */
export function mergeLedger(existing: readonly LedgerLine[], said: readonly LedgerLine[]): MergedLedger {
  const merged = existing.map((line) => ({ ...line }));
  const places = new Map<string, number>();
  keysOf(existing).forEach((key, index) => places.set(key, index));
  const differences: FieldDifference[] = [];
  const keys = keysOf(said);
  said.forEach(({ name, value }, index) => {
    const at = places.get(keys[index] ?? '');
    const line = at === undefined ? undefined : merged[at];
    if (line === undefined) merged.push({ name, value });
    else if (cellText(line.value) === value) return;
    differences.push({ field: name, ledger: true, from: line?.value ?? '', to: value });
    if (line !== undefined) line.value = value;
  });
  return { ledger: differences.length > 0 ? merged : null, differences };
}

/** What lines are told apart by: the name, and for one that occurs again which time it is. */
function keysOf(lines: readonly LedgerLine[]): readonly string[] {
  const counts = new Map<string, number>();
  return lines.map(({ name }) => {
    const key = cellKey(name);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${key}\n${count}`;
  });
}
