import type { OfficeSheet, SheetValue } from './office-sheets';

/** A cell that an importer must name. Rows count from 1 and include the header, as the spreadsheet shows them. */
export interface BrokenCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly kind: 'empty' | 'not-a-number' | 'unknown-stage' | 'bad-time' | 'duplicate-order';
  readonly value: SheetValue;
}

/** What is wrong in bad-rows.xlsx, in the order of its rows. */
export const brokenCells: readonly BrokenCell[] = [
  { sheet: '点位', row: 5, column: '组别', kind: 'empty', value: '' },
  { sheet: '点位', row: 9, column: '序号', kind: 'not-a-number', value: '第八' },
  { sheet: '点位', row: 14, column: '阶段', kind: 'unknown-stage', value: '封顶' },
  { sheet: '点位', row: 23, column: '计划时间', kind: 'bad-time', value: '25:70' },
  { sheet: '点位', row: 31, column: '序号', kind: 'duplicate-order', value: 9 },
  { sheet: '点位', row: 44, column: '企业名称', kind: 'empty', value: '' },
];

/** The column that missing-column.xlsx lacks. */
export const missingColumn = { sheet: '点位', column: '企业名称' } as const;

/** The itinerary with every broken cell put in its place, and nothing else changed. */
export function withBrokenCells(sheets: readonly OfficeSheet[]): readonly OfficeSheet[] {
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, index) =>
      row.map((value, column) => {
        const broken = brokenCells.find(
          (cell) =>
            cell.sheet === sheet.name &&
            cell.row === index + 2 &&
            cell.column === sheet.columns[column]?.header,
        );
        return broken?.value ?? value;
      }),
    ),
  }));
}

/** The itinerary without the column of enterprises. */
export function withoutColumn(sheets: readonly OfficeSheet[]): readonly OfficeSheet[] {
  return sheets.map((sheet) => {
    if (sheet.name !== missingColumn.sheet) return sheet;
    const gone = sheet.columns.findIndex((column) => column.header === missingColumn.column);
    return {
      ...sheet,
      columns: sheet.columns.filter((_column, index) => index !== gone),
      rows: sheet.rows.map((row) => row.filter((_value, index) => index !== gone)),
    };
  });
}
