import { type Cell as LibraryCell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Cell } from '../../shared/tables/workbook';
import { sheetText } from './sheet-text';
import type { WrittenSheet } from './write-table';

const line = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const headerStyle: CellStyle = {
  font: { name: '宋体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EFF7' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
};
/** The format "@" keeps what a person types over a text a text: 001 stays 001. */
const textStyle: CellStyle = {
  font: { name: '宋体', size: 11 },
  numFmt: '@',
  alignment: { vertical: 'center', wrapText: true },
  border,
};
const plainStyle: CellStyle = { font: { name: '宋体', size: 11 }, alignment: { vertical: 'center' }, border };

/** What a cell of a spreadsheet holds at most. */
const longestCell = 32_767;
const widest = 50;
const narrowest = 8;
/** Rows by which the width of a column is judged: enough for any, and cheap for twenty thousand. */
const judgedRows = 200;

/** Rows as a workbook that a person can work on: header bold and frozen, columns wide enough, every text a text and never a formula. */
export async function writeXlsxTable(sheets: readonly WrittenSheet[]): Promise<Outcome<Uint8Array>> {
  for (const { name, rows } of sheets)
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries())
        if (typeof cell === 'string' && sheetText(cell).length > longestCell)
          return fail(
            problem('table.cellTooLong', {
              sheet: name,
              row: row + 1,
              column: column + 1,
              limit: longestCell,
            }),
          );
  const names = sheetNames(sheets.map(({ name }) => name));
  return succeed(
    await writeXlsx({
      defaultFont: { name: '宋体', size: 11 },
      sheets: sheets.map((sheet, index) => styled(sheet, names[index] ?? `Sheet${index + 1}`)),
    }),
  );
}

function styled({ rows }: WrittenSheet, name: string): WriteSheet {
  const cells = new Map<string, Partial<LibraryCell>>();
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries())
      if (value !== null && value !== '') cells.set(`${row},${column}`, cellOf(value, row === 0));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    name,
    cells,
    columns: Array.from({ length: width }, (_, column) => ({ width: widthOf(rows, column) })),
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

function cellOf(value: string | number | boolean, isHeader: boolean): Partial<LibraryCell> {
  if (typeof value === 'string')
    return { type: 'string', value: sheetText(value), style: isHeader ? headerStyle : textStyle };
  return { value, style: isHeader ? headerStyle : plainStyle };
}

/** In characters of Latin width; a Chinese one takes two. */
function widthOf(rows: readonly (readonly Cell[])[], column: number): number {
  const lengths = rows.slice(0, judgedRows).flatMap((row) =>
    String(row[column] ?? '')
      .split('\n')
      .map((text) =>
        Array.from(text.slice(0, widest)).reduce((sum, sign) => sum + (sign <= '\u00ff' ? 1 : 2), 0),
      ),
  );
  return Math.min(widest, Math.max(narrowest, ...lengths) + 2);
}

/** As Excel takes them: 31 characters without : \ / ? * [ ], no quote at an end, none empty, none twice whatever the case. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const cleaned = sheetText(name)
      .replace(/[:\\/?*[\]\n\t\uFFFD]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    for (let copy = 1; ; copy += 1) {
      const ending = copy === 1 ? '' : ` (${copy})`;
      const own = `${(cleaned || 'Sheet').slice(0, 31 - ending.length)}${ending}`;
      if (taken.has(own.toLowerCase())) continue;
      taken.add(own.toLowerCase());
      return own;
    }
  });
}
