import { zipSync } from 'fflate';
import { type Sheet as LibrarySheet, readXlsx as readWithLibrary } from 'hucre';
import type { Cell, Sheet, Workbook } from '../../shared/tables/workbook';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { columnLetter } from '../../shared/itinerary/fault-at';
import { tableLimits } from '../../shared/tables/table-limits';
import { bareWorksheet } from './bare-worksheet';
import { cellOfValue } from './cell-of-value';
import { checkParts } from './check-parts';
import { fillMerges } from './fill-merges';
import type { TableFile } from './parse-tables';
import { tableTooLarge } from './table-too-large';
import { type Parts, unpackParts } from './unpack-parts';

/** Of all sheets together, where each might be the largest part over again. */
const mostTags = 4_000_000;

/** One row and one column more than allowed ("CW" is the 101st): what lies beyond is not even looked at. */
const lookedAt = `A1:CW${tableLimits.rows + 1}`;

/**
 * The one port to the spreadsheet library: the bytes of an XLSX file as plain cells. Formulas give their stored results
 * and are never worked out, merged cells their value everywhere, dates text. A file that is none, is damaged, or is larger
 * than any office's list is a problem.
 */
export async function readXlsx({ file, bytes }: TableFile): Promise<Outcome<Workbook>> {
  const damaged = fail(problem('table.damaged', { file }));
  const unpacking = unpackParts(bytes);
  if (unpacking.kind === 'tooLarge') return fail(tableTooLarge(file, unpacking.limit));
  if (unpacking.kind === 'unsound') return damaged;
  const checked = checkParts(unpacking.parts);
  if (checked === 'unsound') return damaged;
  if (checked === 'tooManyRows') return fail(tableTooLarge(file, 'rows'));

  const most = Math.min(tableLimits.sheets, Math.floor(mostTags / Math.max(1, unpacking.largest)));
  const reading = await readParts(unpacking.parts, most);
  if (reading === null) return damaged;
  if (reading.count > tableLimits.sheets) return fail(tableTooLarge(file, 'sheets'));
  if (reading.count > most) return fail(tableTooLarge(file, 'content'));
  const sheets: Sheet[] = [];
  let budget: number = tableLimits.cells;
  for (const sheet of reading.sheets) {
    const rows = rowsOf(sheet);
    const columns = rows[0]?.length ?? 0;
    if (rows.length > tableLimits.rows) return fail(tableTooLarge(file, 'rows', sheet.name));
    if (columns > tableLimits.columns) return fail(tableTooLarge(file, 'columns', sheet.name));
    if (rows.some((row) => row.some(isTooLong))) return fail(tableTooLarge(file, 'characters'));
    budget -= rows.length * columns;
    if (budget < 0) return fail(tableTooLarge(file, 'cells'));
    if (!fillMerges(rows, sheet.merges ?? [], tableLimits.cells)) return fail(tableTooLarge(file, 'content'));
    sheets.push({
      name: sheet.name,
      rows,
      hidden: sheet.hidden === true || sheet.veryHidden === true,
      uncalculated: uncalculated(sheet, rows),
    });
  }
  return sheets.length === 0 ? damaged : succeed({ sheets });
}

interface LibraryReading {
  readonly sheets: readonly LibrarySheet[];
  /** Of all sheets, also of those that were not read because there are too many. */
  readonly count: number;
}

/** The library sees a fresh zip of checked parts, never the file: it would unpack whatever that declares. */
async function readParts(parts: Parts, most: number): Promise<LibraryReading | null> {
  let count = 0;
  const bare = Object.entries(parts).map(([name, part]) => [name, bareWorksheet(part)]);
  const packed = zipSync(Object.fromEntries(bare), { level: 0, mtime: new Date(1980, 1, 1) });
  try {
    const { sheets } = await readWithLibrary(packed, {
      range: lookedAt,
      sheets: () => (count += 1) <= most,
    });
    return { sheets, count };
  } catch {
    // Its own errors and those it stumbles into on hostile XML say the same to a user: this is no workbook we can read.
    return null;
  }
}

/** Without empty rows and columns at the end: a formatted column reaches down to row 1,048,576. */
function rowsOf(sheet: LibrarySheet): Cell[][] {
  const rows = sheet.rows.map((row) => row.map(cellOfValue));
  const width = rows.reduce((most, row) => Math.max(most, lastUsed(row) + 1), 0);
  const height = rows.findLastIndex((row) => lastUsed(row) >= 0) + 1;
  return rows.slice(0, height).map((row) => row.slice(0, width));
}

function isTooLong(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > tableLimits.characters;
}

function lastUsed(row: readonly Cell[]): number {
  return row.findLastIndex((cell) => cell !== null && cell !== '');
}

/** Formulas that the program which wrote them never worked out, by their address; nobody else may do so for it. */
function uncalculated({ cells }: LibrarySheet, rows: readonly Cell[][]): string[] {
  return [...(cells ?? [])].flatMap(([key, { formula, value }]) => {
    if (formula === undefined || value !== null) return [];
    const [row = 0, column = 0] = key.split(',').map(Number);
    // A formula copied down a whole column asks for nothing where the table has no rows any more.
    return row < rows.length && column <= tableLimits.columns ? [`${columnLetter(column)}${row + 1}`] : [];
  });
}
