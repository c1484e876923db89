import type { CellFault } from '../itinerary/cell-fault';
import { columnLetter, faultAt } from '../itinerary/fault-at';
import type { RowFault } from './row-fault';

/** Where the rows and columns of a sheet stand in its workbook: row numbers from 1, heads from the left. */
export interface SheetPlaces {
  readonly rows: readonly number[];
  readonly heads: readonly string[];
}

/** Faults by row and head as faults by cell. What has no cell of its own, a column that is missing, is told of its row. */
export function cellFaults(
  faults: readonly RowFault[],
  places: ReadonlyMap<string, SheetPlaces>,
): readonly CellFault[] {
  return faults.map((fault) => {
    const place = places.get(fault.sheet);
    const row = fault.row < 0 ? 0 : (place?.rows[fault.row] ?? fault.row + 2);
    const head = fault.column === '' ? -1 : (place?.heads.indexOf(fault.column) ?? -1);
    return faultAt({ sheet: fault.sheet, row, column: head < 0 ? '' : columnLetter(head) }, fault);
  });
}
