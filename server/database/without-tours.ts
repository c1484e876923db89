import { type IntakeEntry, isKeptRows } from './intake-entry';
import type { KeptRow, KeptTable } from './kept-tables';

/** Tables of the server whose rows say who is given which tour. */
const ofAccess: ReadonlySet<KeptTable> = new Set(['grants', 'members', 'departed']);

/**
 * What is left of the entries of a frame without those of some tours; the entries themselves where that is all of them. The audit log
 * stays: its chain is whole or worth nothing.
 */
export function withoutTours(
  entries: readonly IntakeEntry[],
  tours: ReadonlySet<string>,
): readonly IntakeEntry[] {
  let isSame = true;
  const left = entries.flatMap((entry): readonly IntakeEntry[] => {
    if (!isKeptRows(entry)) {
      const isGoing = tours.has(entry.change.scope);
      isSame &&= !isGoing;
      return isGoing ? [] : [entry];
    }
    const stays = (row: KeptRow) => !isOf(entry.table, row, tours);
    const [put, remove] = [entry.put?.filter(stays), entry.remove?.filter(stays)];
    const isWhole = put?.length === entry.put?.length && remove?.length === entry.remove?.length;
    if (isWhole) return [entry];
    isSame = false;
    const isEmpty = (put ?? []).length + (remove ?? []).length === 0;
    return isEmpty ? [] : [{ ...entry, ...(put && { put }), ...(remove && { remove }) }];
  });
  return isSame ? entries : left;
}

function isOf(table: KeptTable, row: KeptRow, tours: ReadonlySet<string>): boolean {
  if (table === 'audit' || table === 'audit_heads') return false;
  return tours.has(String(row['scope'])) || (ofAccess.has(table) && tours.has(String(row['tour'])));
}
