import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre';
import { displayWidth } from './display-width';
import type { OfficeColumn, OfficeSheet, SheetValue } from './office-sheets';

/**
 * Dresses tables as a Chinese office would (bold header, thin borders, frozen first row, A4 landscape) and
 * returns the bytes of an XLSX file. The same tables give the same bytes.
 */
export async function writeWorkbook(sheets: readonly OfficeSheet[], title: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(dressedSheet),
    defaultFont: { name: bodyFont, size: 11 },
    // The writer would stamp the clock's time, and no two runs would be alike.
    properties: { title, creator: '云澜市人民政府办公室', created: stamp, modified: stamp },
  });
}

const stamp = new Date('2026-11-16T01:00:00Z');
const bodyFont = '宋体';
const line = { style: 'thin', color: { rgb: '8C8C8C' } } as const;
const border = { top: line, right: line, bottom: line, left: line };

const headerStyle: CellStyle = {
  font: { name: '黑体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
};

function dressedSheet(sheet: OfficeSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  sheet.columns.forEach((column, index) => {
    cells.set(`0,${index}`, { value: column.header, style: headerStyle });
  });
  sheet.rows.forEach((row, rowIndex) => {
    sheet.columns.forEach((column, index) => {
      const value = row[index] ?? '';
      cells.set(`${rowIndex + 1},${index}`, { value: value === '' ? null : value, style: bodyStyle(column) });
    });
  });
  return {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({ width: column.width })),
    cells,
    rowDefs: new Map([
      [0, { height: 26 }],
      ...sheet.rows.map((row, index) => [index + 1, { height: rowHeight(sheet.columns, row) }] as const),
    ]),
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

function bodyStyle(column: OfficeColumn): CellStyle {
  const horizontal = column.centred === true ? 'center' : 'left';
  return {
    font: { name: bodyFont, size: 11 },
    alignment: { horizontal, vertical: 'center', wrapText: true },
    border,
  };
}

/** Spreadsheet programs do not measure wrapped text when they open a file: in points, for the longest cell. */
function rowHeight(columns: readonly OfficeColumn[], row: readonly SheetValue[]): number {
  const lines = columns.map((column, index) => displayWidth(String(row[index] ?? '')) / (column.width - 1));
  return 4 + 15 * Math.max(1, ...lines.map(Math.ceil));
}
