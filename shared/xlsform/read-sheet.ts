import type { Row, Table } from '../records/checklist';
import { columnLetter } from '../itinerary/fault-at';
import type { Cell, Sheet } from '../tables/workbook';
import type { SheetPlaces } from './cell-places';
import { columnName } from './column-name';
import { type RowFault, rowFault } from './row-fault';

interface SheetRows {
  readonly rows: readonly Row[];
  readonly places: SheetPlaces;
  readonly faults: readonly RowFault[];
  readonly unsupported: readonly RowFault[];
}

/** The rows of a sheet of an XLSForm by their heads, texts as written; empty cells and rows are left out. */
export function readSheet(sheet: Sheet, name: string): SheetRows {
  const headRow = sheet.rows.findIndex((row) => row.some((cell) => textOf(cell).trim() !== ''));
  const heads = (sheet.rows[headRow] ?? []).map((cell) => textOf(cell).trim());
  const faults: RowFault[] = [];
  const unsupported: RowFault[] = [];
  const rows: Row[] = [];
  const numbers: number[] = [];
  const unnamed = new Set<number>();
  for (const [index, cells] of sheet.rows.entries()) {
    if (headRow < 0 || index <= headRow) continue;
    const entries = cells.flatMap((cell, column) => {
      const text = textOf(cell);
      const head = heads[column] ?? '';
      if (text.trim() === '') return [];
      if (head !== '' && head !== '__proto__') return [[head, text] as const];
      unnamed.add(column);
      return [];
    });
    if (entries.length === 0) continue;
    rows.push(Object.fromEntries(entries));
    numbers.push(index + 1);
  }
  for (const column of unnamed) {
    const letter = columnLetter(column);
    unsupported.push(
      rowFault(name, -1, '', {
        zh: `第 ${letter} 列没有列名，其中的内容没有导入`,
        en: `column ${letter} has no head; what stands in it was not imported`,
      }),
    );
  }
  faults.push(...twice(heads, name), ...uncalculated(sheet, name, { rows: numbers, heads }));
  return { rows, places: { rows: numbers, heads }, faults, unsupported };
}

/** A sheet as it is: the texts of its cells, a column for each head. */
export function tableOf(sheet: Sheet): Table {
  const [columns = [], ...rows] = sheet.rows.map((row) => row.map(textOf));
  const width = Math.max(0, ...[columns, ...rows].map((row) => row.findLastIndex((text) => text !== '') + 1));
  const fill = (row: readonly string[]) => Array.from({ length: width }, (_, index) => row[index] ?? '');
  return { columns: fill(columns), rows: rows.filter((row) => row.some((text) => text !== '')).map(fill) };
}

export function textOf(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/** Two columns of one head, or two spellings of one column ("relevant" and "Relevance"), would hide each other. */
function twice(heads: readonly string[], name: string): readonly RowFault[] {
  const seen = new Map<string, string>();
  return heads.flatMap((head) => {
    if (head === '') return [];
    const { column, language } = columnName(head);
    const key = JSON.stringify([
      name === 'choices' ? column.replace(/^(?:name|list_name)$/, head) : column,
      language,
    ]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, head);
      return [];
    }
    const words =
      first === head
        ? { zh: `有两列“${head}”`, en: `two columns are called “${head}”` }
        : { zh: `“${first}”和“${head}”是同一列`, en: `“${first}” and “${head}” are one column` };
    return [rowFault(name, -1, head, words)];
  });
}

/** Formulas without a stored result, each by its cell. */
export function uncalculated(sheet: Sheet, name: string, { rows, heads }: SheetPlaces): readonly RowFault[] {
  const places = new Map(rows.map((number, index) => [number, index]));
  return (sheet.uncalculated ?? []).map((address) => {
    const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = heads.find((_, index) => columnLetter(index) === letters) ?? '';
    return rowFault(name, places.get(Number(number)) ?? -1, column, {
      zh: `单元格 ${address} 的公式没有结果，请在 WPS 或 Excel 里打开保存一次`,
      en: `the formula in ${address} has no result; open and save the workbook in WPS or Excel`,
    });
  });
}
