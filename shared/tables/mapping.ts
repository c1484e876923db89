import { cellKey, cellText } from '../itinerary/cell-text';
import type { Cell, Sheet } from './workbook';
import type { TableColumn, ledgerField } from './table-columns';

/** Which row is the header (from 0) and what each column is: a field, `ledger`, or "" for what is left out. */
export interface Mapping {
  readonly header: number;
  readonly fields: readonly string[];
}

/** Titles, dates and remarks stand above the header, but not whole pages of them. */
const headerWithin = 20;

/** Marks a ledger column whose name would be taken for one of ours: 台账：地址. */
const ledgerPrefix = /^(?:台账|Ledger):/i;

/** Finds the header by the names of its columns, wherever it stands and in whatever order they are; a person may correct it. */
export function guessMapping(
  sheet: Sheet,
  columns: readonly TableColumn[],
  others: '' | typeof ledgerField,
): Mapping {
  let header = -1;
  let most = 0;
  sheet.rows.slice(0, headerWithin).forEach((row, index) => {
    const found = new Set(row.flatMap((cell) => columnOf(cell, columns)?.field ?? [])).size;
    if (found > most) {
      header = index;
      most = found;
    }
  });
  if (header < 0) header = sheet.rows.findIndex((row) => row.some((cell) => cellText(cell) !== ''));
  return mapHeader(sheet, Math.max(0, header), columns, others);
}

/** What the columns under this header row mean, as far as their names tell. */
export function mapHeader(
  sheet: Sheet,
  header: number,
  columns: readonly TableColumn[],
  others: '' | typeof ledgerField,
): Mapping {
  const taken = new Set<string>();
  const width = sheet.rows
    .slice(header)
    .reduce((widest: number, row: readonly Cell[]) => Math.max(widest, row.length), 0);
  const cells = sheet.rows[header] ?? [];
  const fields = Array.from({ length: width }, (_, index) => {
    const cell = cells[index] ?? null;
    const field = columnOf(cell, columns)?.field;
    if (field !== undefined && !taken.has(field)) {
      taken.add(field);
      return field;
    }
    return cellText(cell) === '' || isRunningNumber(cell) ? '' : others;
  });
  return { header, fields };
}

/** The name under which a ledger column is kept. */
export function ledgerName(cell: Cell | undefined): string {
  return cellText(cell)
    .normalize('NFC')
    .replace(/^(?:台账|Ledger)[:：]/i, '');
}

/** The header that brings a ledger field back under this name, also where one of our columns is called the same. */
export function ledgerHeader(name: string, columns: readonly TableColumn[]): string {
  const ours = columnOf(name, columns) !== undefined || isRunningNumber(name);
  return ours || ledgerPrefix.test(cellKey(name)) ? `台账：${name}` : name;
}

/** 序号 counts the lines of a list; where no rank is kept it says nothing of the record. */
function isRunningNumber(cell: Cell): boolean {
  return /^(序号|编号|No\.?|#)$/i.test(cellKey(cell));
}

/** "总投资（亿元）" keeps its unit, but "姓名（必填）" and "*姓名" are 姓名. */
function columnOf(cell: Cell, columns: readonly TableColumn[]): TableColumn | undefined {
  const whole = cellKey(cell);
  if (ledgerPrefix.test(whole)) return undefined;
  const key = whole.replace(/[*:]+/g, '').toLowerCase();
  if (key === '') return undefined;
  const named = (name: string) =>
    columns.find(
      (column) =>
        column.names.includes(name) ||
        column.english.some((english) => cellKey(english).toLowerCase() === name),
    );
  return named(key) ?? named(key.replace(/\([^()]*\)$/, ''));
}
