import type { CellFault } from '../itinerary/cell-fault';
import { cellKey, cellText } from '../itinerary/cell-text';
import { type CellPlace, columnLetter, faultAt } from '../itinerary/fault-at';
import { type Mapping, ledgerName } from './mapping';
import { type TableColumn, ledgerField } from './table-columns';
import type { Cell, Sheet } from './workbook';

/** A line of the ledger under the name that its column has. */
export interface LedgerLine {
  readonly name: string;
  readonly value: string;
}

/** A row of a table by the fields that its columns were mapped to. */
export interface MappedRow {
  /** Counted from 1, as the spreadsheet shows it. */
  readonly row: number;
  readonly ledger: readonly LedgerLine[];
  cell(field: string): Cell;
  text(field: string): string;
  place(field: string): CellPlace;
}

export interface MappedTable {
  readonly rows: readonly MappedRow[];
  readonly faults: readonly CellFault[];
  /** Headers printed again, notes over the whole width and sums: rows that say nothing of a record. */
  readonly skipped: number;
}

/** What a cell shows whose formula failed. */
const excelError = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/** The rows under the header. A column that is needed and not there, and cells that hold no value, are faults. */
export function mappedRows(sheet: Sheet, mapping: Mapping, columns: readonly TableColumn[]): MappedTable {
  const places = new Map<string, number>();
  mapping.fields.forEach((field, index) => {
    if (field !== '' && field !== ledgerField && !places.has(field)) places.set(field, index);
  });
  const faults = headerFaults(sheet, mapping, columns);
  const used = mapping.fields.flatMap((field, index) => (field === '' ? [] : [index]));
  const header = sheet.rows[mapping.header] ?? [];
  const uncalculated = new Set(sheet.uncalculated ?? []);
  const rows: MappedRow[] = [];
  let skipped = 0;
  for (let index = mapping.header + 1; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? [];
    for (const column of used) {
      const fault = emptyFormula(cells[column], uncalculated, index, column);
      if (fault !== null)
        faults.push(faultAt({ sheet: sheet.name, row: index + 1, column: columnLetter(column) }, fault));
    }
    if (used.every((column) => cellText(cells[column]) === '')) continue;
    if (saysNothing(cells, header, used)) skipped += 1;
    else rows.push(mappedRow(sheet, cells, index, mapping, places));
  }
  return { rows, faults, skipped };
}

function mappedRow(
  sheet: Sheet,
  cells: readonly Cell[],
  index: number,
  mapping: Mapping,
  places: ReadonlyMap<string, number>,
): MappedRow {
  const cell = (field: string): Cell => cells[places.get(field) ?? -1] ?? null;
  const header = sheet.rows[mapping.header] ?? [];
  return {
    row: index + 1,
    ledger: mapping.fields.flatMap((field, column) => {
      const value = field === ledgerField ? cellText(cells[column]) : '';
      return value === '' ? [] : [{ name: ledgerName(header[column]), value }];
    }),
    cell,
    text: (field) => cellText(cell(field)),
    place: (field) => {
      const column = places.get(field);
      return { sheet: sheet.name, row: index + 1, column: column === undefined ? '' : columnLetter(column) };
    },
  };
}

function saysNothing(cells: readonly Cell[], header: readonly Cell[], used: readonly number[]): boolean {
  const keys = used.map((column) => cellKey(cells[column]));
  if (used.every((column, at) => keys[at] === '' || keys[at] === cellKey(header[column]))) return true;
  if (keys.length > 2 && keys.every((key) => key === keys[0])) return true;
  const first = cellKey(cells.find((cell) => cellText(cell) !== ''));
  return /^(合计|总计|小计|共计)$/.test(first);
}

function emptyFormula(
  cell: Cell | undefined,
  uncalculated: ReadonlySet<string>,
  row: number,
  column: number,
): { readonly zh: string; readonly en: string } | null {
  if (typeof cell === 'string' && excelError.test(cell))
    return {
      zh: `单元格里是公式的错误值“${cell}”，请改为正确的内容。`,
      en: `The cell holds the error value “${cell}” of a formula; put the right content there.`,
    };
  if (uncalculated.size > 0 && uncalculated.has(`${columnLetter(column)}${row + 1}`))
    return {
      zh: '单元格里的公式没有算出的结果，请在 WPS 或 Excel 中打开并保存一次，或直接填写内容。',
      en: 'The formula in this cell has no stored result; open and save the file in Excel or WPS, or type the content.',
    };
  return null;
}

function headerFaults(sheet: Sheet, mapping: Mapping, columns: readonly TableColumn[]): CellFault[] {
  const faults: CellFault[] = [];
  const at = (column: string) => ({ sheet: sheet.name, row: mapping.header + 1, column });
  for (const column of columns) {
    const found = mapping.fields.flatMap((field, index) => (field === column.field ? [index] : []));
    const [zh, en] = [column.names[0], column.english[0]];
    if (column.required === true && found.length === 0)
      faults.push(
        faultAt(at(''), {
          zh: `没有“${zh}”一列，请在“对应列”中指定，或在表中补上。`,
          en: `There is no column “${en}”; choose one as such, or add it to the sheet.`,
        }),
      );
    for (const double of found.slice(1))
      faults.push(
        faultAt(at(columnLetter(double)), {
          zh: `有两列都对应“${zh}”，请只留一列。`,
          en: `Two columns are chosen as “${en}”; keep one.`,
        }),
      );
  }
  return faults;
}
