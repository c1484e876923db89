import { writeCsv } from 'hucre/csv';
import { printableText } from '../../shared/documents/printable-text';
import type { Cell } from '../../shared/tables/workbook';
import { guardFormula } from './guard-formula';

/**
 * Rows as CSV in UTF-8 with a byte order mark, which Excel and WPS need to see Chinese. All fields are quoted, so that
 * commas, semicolons, tabs and line breaks in them part nothing, and no text is run as a formula.
 */
export function writeCsvTable(rows: readonly (readonly Cell[])[]): Uint8Array {
  const guarded = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guardFormula(printableText(cell)) : cell)),
  );
  return Buffer.from(`${writeCsv(guarded, { bom: true, quoteStyle: 'all' })}\r\n`);
}
