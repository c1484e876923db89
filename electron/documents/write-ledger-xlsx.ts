import { type Cell, type CellStyle, writeXlsx } from 'hucre';
import type { IssueLedger } from '../../shared/documents/compose-issue-ledger';
import { printableText } from '../../shared/documents/printable-text';
import { sheetText } from '../tables/sheet-text';

const font = '宋体';
const line = { style: 'thin', color: { rgb: '000000' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const titleRow = 0;
const headerRow = 1;
/** What a cell of a spreadsheet holds at most; a longer text is cut there and says so. */
const longestCell = 32_767;
const cutMark = '……〔内容过长，全文见活动记录〕';

const titleStyle: CellStyle = {
  font: { name: '黑体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
};
const headerStyle: CellStyle = {
  font: { name: '黑体', size: 11 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
};
const bodyStyle: CellStyle = {
  font: { name: font, size: 11 },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  border,
};
/** Columns of a word or two are centred. */
const longestShort = 12;
const shortStyle: CellStyle = {
  ...bodyStyle,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const footStyle: CellStyle = { font: { name: font, size: 9 }, alignment: { horizontal: 'left' } };

/** 问题台账 as XLSX: every cell is text, so that nothing anybody typed becomes a formula, a date or a number. */
export async function writeLedgerXlsx(ledger: IssueLedger): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, value: string, style: CellStyle) =>
    cells.set(`${row},${column}`, { type: 'string', value: cellText(value), style });
  put(titleRow, 0, ledger.title, titleStyle);
  ledger.columns.forEach(({ name }, column) => put(headerRow, column, name, headerStyle));
  ledger.rows.forEach((row, index) => {
    row.forEach((value, column) => {
      const isShort = (ledger.columns[column]?.width ?? 0) <= longestShort;
      put(headerRow + 1 + index, column, value, isShort ? shortStyle : bodyStyle);
    });
  });
  const lastColumn = ledger.columns.length - 1;
  const footRow = headerRow + 1 + ledger.rows.length;
  put(footRow, 0, ledger.madeFrom, footStyle);
  return writeXlsx({
    defaultFont: { name: font, size: 11 },
    properties: { title: cellText(ledger.title) },
    sheets: [
      {
        name: '问题台账',
        columns: ledger.columns.map(({ width }) => ({ width })),
        cells,
        rowDefs: new Map([
          [titleRow, { height: 30 }],
          [headerRow, { height: 30 }],
          ...ledger.rows.map(
            (row, index) => [headerRow + 1 + index, { height: rowHeight(ledger, row) }] as const,
          ),
        ]),
        merges: [
          { startRow: titleRow, startCol: 0, endRow: titleRow, endCol: lastColumn },
          { startRow: footRow, startCol: 0, endRow: footRow, endCol: lastColumn },
        ],
        freezePane: { rows: headerRow + 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${titleRow + 1}:$${headerRow + 1}`,
        },
      },
    ],
  });
}

const lineHeight = 15;
/** Excel's limit, in points. */
const highestRow = 409;

/**
 * High enough for the fullest cell: a row without a height is shown one line high by LibreOffice and WPS. Counted
 * generously, with Chinese characters two units wide, since nothing is measured here.
 */
function rowHeight({ columns }: IssueLedger, row: readonly string[]): number {
  const lines = row.map((text, column) => {
    const room = Math.max(2, Math.floor((columns[column]?.width ?? 0) - 1.5));
    return text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((unitsOf(part) * 1.05) / room)), 0);
  });
  return Math.min(highestRow, Math.max(1, ...lines) * lineHeight + 6);
}

function unitsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character <= '\u00ff' ? 1 : 2), 0);
}

function cellText(text: string): string {
  const printable = printableText(text);
  return sheetText(
    printable.length <= longestCell
      ? printable
      : `${printable.slice(0, longestCell - cutMark.length)}${cutMark}`,
  );
}
