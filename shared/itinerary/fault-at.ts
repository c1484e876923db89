import type { CellFault } from './cell-fault';

/** Both languages of what is wrong; the place is said by the fault itself. */
export interface FaultWords {
  readonly zh: string;
  readonly en: string;
}

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

export function faultAt({ sheet, row, column }: CellPlace, { zh, en }: FaultWords): CellFault {
  return { sheet, row, column, zh, en };
}

/** The letter of a column that is counted from 0: 0 is "A", 26 is "AA". */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** A value as a sentence may quote it: a whole page pasted into one cell must not flood the list. */
export function quoted(text: string): string {
  const characters = Array.from(text);
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}
