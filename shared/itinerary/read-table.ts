import type { CellFault } from './cell-fault';
import { cellKey, cellText } from './cell-text';
import { type CellPlace, type FaultWords, columnLetter, faultAt } from './fault-at';
import type { ColumnSpec } from './itinerary-columns';
import type { Cell, Sheet } from '../tables/workbook';

/** A row of a table by the names of its columns. Fields whose column the sheet lacks read as empty. */
export interface TableRow<Field extends string> {
  /** Counted from 1, as the spreadsheet shows it. */
  readonly row: number;
  cell(field: Field): Cell;
  text(field: Field): string;
  place(field: Field): CellPlace;
}

export interface Table<Field extends string> {
  readonly rows: readonly TableRow<Field>[];
  has(field: Field): boolean;
}

export interface TableReading<Field extends string> {
  /** Null where no header was found: then nothing can be said of the rows. */
  readonly table: Table<Field> | null;
  readonly faults: readonly CellFault[];
}

/** Titles, dates and remarks stand above the header, but not whole pages of them. */
const headerWithin = 20;

/** What a cell shows whose formula failed. */
const excelError = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/** Finds the header by the names of its columns, wherever it stands and in whatever order they are, and the rows under it. */
export function readTable<Field extends string>(
  sheet: Sheet,
  specs: readonly ColumnSpec<Field>[],
): TableReading<Field> {
  const headerIndex = findHeader(sheet, specs);
  const header = sheet.rows[headerIndex];
  if (header === undefined) return { table: null, faults: [noHeader(sheet, specs)] };

  const columns = new Map<Field, number>();
  const faults: CellFault[] = [];
  header.forEach((cell, index) => {
    const spec = specOf(cell, specs);
    if (spec === undefined) return;
    const earlier = columns.get(spec.field);
    if (earlier === undefined) columns.set(spec.field, index);
    // A header merged over two columns whose second holds nothing of its own is one column.
    else if (!addsNothing(sheet, headerIndex, earlier, index))
      faults.push(doubleColumn(sheet, headerIndex, earlier, index, spec.names[0]));
  });
  for (const spec of specs)
    if (spec.required === true && !columns.has(spec.field))
      faults.push(missingColumn(sheet, headerIndex, spec.names[0]));

  const rows = sheet.rows.flatMap((cells, index) =>
    index > headerIndex && saysSomething(cells, columns, specs)
      ? [tableRow(sheet.name, cells, index, columns)]
      : [],
  );
  const uncalculated = new Set(sheet.uncalculated);
  for (const row of rows)
    for (const field of columns.keys())
      if (uncalculated.has(`${row.place(field).column}${row.row}`))
        faults.push(faultAt(row.place(field), uncalculatedFormula));
      else if (excelError.test(row.text(field)))
        faults.push(faultAt(row.place(field), failedFormula(row.text(field))));
  return { table: { rows, has: (field) => columns.has(field) }, faults };
}

function tableRow<Field extends string>(
  sheet: string,
  cells: readonly Cell[],
  index: number,
  columns: ReadonlyMap<Field, number>,
): TableRow<Field> {
  const cell = (field: Field): Cell => cells[columns.get(field) ?? -1] ?? null;
  return {
    row: index + 1,
    cell,
    text: (field) => cellText(cell(field)),
    place: (field) => {
      const column = columns.get(field);
      return { sheet, row: index + 1, column: column === undefined ? '' : columnLetter(column) };
    },
  };
}

/** The row that names most of the columns; -1 when no row names two. */
function findHeader<Field extends string>(sheet: Sheet, specs: readonly ColumnSpec<Field>[]): number {
  let best = -1;
  let most = 1;
  sheet.rows.slice(0, headerWithin).forEach((row, index) => {
    const found = new Set(row.flatMap((cell) => specOf(cell, specs)?.field ?? [])).size;
    if (found > most) {
      best = index;
      most = found;
    }
  });
  return best;
}

/** "计划时间（时:分）" is 计划时间 too, unless a name has brackets of its own: 区（县）. */
function specOf<Field extends string>(
  cell: Cell,
  specs: readonly ColumnSpec<Field>[],
): ColumnSpec<Field> | undefined {
  const key = cellKey(cell).replace(/[*:]+/g, '');
  if (key === '') return undefined;
  const named = (name: string) => specs.find((spec) => spec.names.includes(name));
  return named(key) ?? named(key.replace(/\([^()]*\)$/, ''));
}

/** False for empty rows, for a header printed again on the next page, and for a note or title merged over the whole width. */
function saysSomething<Field extends string>(
  cells: readonly Cell[],
  columns: ReadonlyMap<Field, number>,
  specs: readonly ColumnSpec<Field>[],
): boolean {
  const fields = [...columns];
  const keys = fields.map(([, index]) => cellKey(cells[index]));
  if (keys.every((key) => key === '')) return false;
  if (fields.every(([field, index]) => specOf(cells[index] ?? null, specs)?.field === field)) return false;
  return keys.length < 3 || keys.some((key) => key !== keys[0]);
}

function addsNothing(sheet: Sheet, header: number, earlier: number, index: number): boolean {
  return sheet.rows
    .slice(header + 1)
    .every((row) => ['', cellKey(row[earlier])].includes(cellKey(row[index])));
}

function noHeader<Field extends string>(sheet: Sheet, specs: readonly ColumnSpec<Field>[]): CellFault {
  const names = specs.filter((spec) => spec.required).map((spec) => spec.names[0]);
  const place = { sheet: sheet.name, row: 0, column: '' };
  const empty = sheet.rows.every((row) => row.every((cell) => cellText(cell) === ''));
  if (empty)
    return faultAt(place, {
      zh: `工作表“${sheet.name}”是空的，应有表头和内容。`,
      en: `The sheet “${sheet.name}” is empty; a header and rows are expected.`,
    });
  return faultAt(place, {
    zh: `工作表“${sheet.name}”前 ${headerWithin} 行没有找到表头，表头至少应有：${names.join('、')}。`,
    en: `No header was found in the first ${headerWithin} rows of the sheet “${sheet.name}”; it needs at least: ${names.join(', ')}.`,
  });
}

function failedFormula(value: string): FaultWords {
  return {
    zh: `单元格里是公式的错误值“${value}”，请改为正确的内容。`,
    en: `The cell holds the error value “${value}” of a formula; put the right content there.`,
  };
}

const uncalculatedFormula: FaultWords = {
  zh: '单元格里的公式还没有算出结果，请在 WPS 或 Excel 中打开这个文件，保存一次再导入。',
  en: 'The formula in this cell has no result yet; open the file in WPS or Excel, save it and import again.',
};

function missingColumn(sheet: Sheet, header: number, name: string): CellFault {
  return faultAt(
    { sheet: sheet.name, row: header + 1, column: '' },
    {
      zh: `表头缺少“${name}”一列。`,
      en: `The header lacks the column “${name}”.`,
    },
  );
}

function doubleColumn(sheet: Sheet, header: number, earlier: number, index: number, name: string): CellFault {
  const first = columnLetter(earlier);
  return faultAt(
    { sheet: sheet.name, row: header + 1, column: columnLetter(index) },
    {
      zh: `“${name}”一列出现了两次（${first} 列已经是它），只能保留一列。`,
      en: `The column “${name}” occurs twice (column ${first} is it already); keep one.`,
    },
  );
}
