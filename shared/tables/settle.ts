import type { CellFault } from '../itinerary/cell-fault';
import type { Comparison } from './compare-entry';
import type { TableReading } from './table-reading';

/** All or nothing: with one fault nothing is edited. Faults stand by row and column, one a cell. */
export function settle(
  comparisons: readonly Comparison[],
  faults: readonly CellFault[],
  skipped: number,
): TableReading {
  const seen = new Set<string>();
  const ordered = [...faults]
    .sort(
      (one, other) =>
        one.row - other.row ||
        one.column.length - other.column.length ||
        (one.column < other.column ? -1 : 1),
    )
    .filter((fault) => {
      const cell = `${fault.sheet}!${fault.column}${fault.row}`;
      if (fault.column !== '' && seen.has(cell)) return false;
      seen.add(cell);
      return true;
    });
  const edits = comparisons.flatMap(({ edit }) => edit ?? []);
  return {
    faults: ordered,
    differences: comparisons.map(({ difference }) => difference),
    edits: ordered.length > 0 ? [] : edits,
    skipped,
  };
}
