import type { FaultWords } from '../itinerary/fault-at';

/** What is wrong or unsupported in a checklist: `row` counts the rows of the sheet from 0, `column` is the head as written; -1 and "" where the whole sheet is meant. */
export interface RowFault extends FaultWords {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

export function rowFault(sheet: string, row: number, column: string, { zh, en }: FaultWords): RowFault {
  return { sheet, row, column, zh, en };
}
