import type { CellFault } from '../../shared/itinerary/cell-fault';
import type { ItineraryChoice } from '../../shared/tables/itinerary-tables';
import type { Mapping } from '../../shared/tables/mapping';
import type { KnownTour } from '../../shared/tables/read-itinerary-table';
import type { RegisterTable } from '../../shared/tables/table-columns';
import type { Difference, Register } from '../../shared/tables/table-reading';
import type { Cell } from '../../shared/tables/workbook';
import type { RecordValues } from '../../shared/tour-file/edits-of-tour-file';
import type { TourFile } from '../../shared/tour-file/tour-file';

/** What the worker is told, in pieces that are copied between two frames. */
export type ToTableWorker =
  | { readonly kind: 'sheet'; readonly name: string; readonly uncalculated: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'register'; readonly part: Register }
  | {
      readonly kind: 'table';
      readonly table: RegisterTable;
      readonly sheet: number;
      readonly mapping: Mapping;
    }
  | {
      readonly kind: 'itinerary';
      readonly choice: ItineraryChoice;
      readonly tours: readonly KnownTour[];
      readonly title: string;
    };

/** What the worker answers: lists in pieces, then `done`. */
export type FromTableWorker =
  | { readonly kind: 'faults'; readonly items: readonly CellFault[] }
  | { readonly kind: 'differences'; readonly items: readonly Difference[] }
  | { readonly kind: 'edits'; readonly items: readonly RecordValues[] }
  | {
      readonly kind: 'done';
      readonly skipped: number;
      readonly tour: TourFile | null;
      readonly known: boolean;
    };
