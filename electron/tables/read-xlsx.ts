import { zipSync } from 'fflate';
import { type Sheet as LibrarySheet, readXlsx } from 'hucre';
import type { Cell, Sheet, Workbook } from '../../shared/tables/workbook';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { bareWorksheet } from './bare-worksheet';
import { cellOfValue } from './cell-of-value';
import { fillMerges } from './fill-merges';
import { type Parts, unpackParts } from './unpack-parts';

export interface WorkbookFile {
  /** As the user knows it: it is named in the problem. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

const limits = {
  megabytes: 20,
  sheets: 20,
  rows: 20_000,
  columns: 100,
  cells: 2_000_000,
  /** Of all sheets together, where each might be the largest part over again. */
  tags: 4_000_000,
} as const;

/** One row and one column more than allowed ("CW" is the 101st): what lies beyond is not even looked at. */
const lookedAt = `A1:CW${limits.rows + 1}`;

/**
 * The one port to the spreadsheet library: the bytes of an XLSX file as plain cells. Formulas give their stored results,
 * merged cells their value everywhere, dates text. A file that is none, is damaged or locked by a password, or is larger
 * than any itinerary is a problem.
 */
export async function readWorkbook({ file, bytes }: WorkbookFile): Promise<Outcome<Workbook>> {
  const tooLarge = (fault: string) => fail(problem('file.unreadable', { file, fault }));
  if (bytes.byteLength > limits.megabytes << 20) return tooLarge(`超过 over ${limits.megabytes} MB`);
  const unpacking = unpackParts(bytes);
  if (unpacking.kind === 'tooLarge') return tooLarge('内容过多 too much content');
  if (unpacking.kind === 'unsound') return fail(problem('file.notSpreadsheet', { file }));

  const most = Math.min(limits.sheets, Math.floor(limits.tags / Math.max(1, unpacking.largest)));
  const reading = await readParts(unpacking.parts, most);
  if (reading === null) return fail(problem('file.notSpreadsheet', { file }));
  if (reading.count > limits.sheets) return tooLarge(`超过 over ${limits.sheets} 个工作表 sheets`);
  if (reading.count > most) return tooLarge('内容过多 too much content');
  const sheets: Sheet[] = [];
  let budget: number = limits.cells;
  for (const sheet of reading.sheets) {
    const rows = rowsOf(sheet);
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (rows.length > limits.rows) return tooLarge(`“${sheet.name}”超过 over ${limits.rows} 行 rows`);
    if (columns > limits.columns) return tooLarge(`“${sheet.name}”超过 over ${limits.columns} 列 columns`);
    budget -= rows.length * columns;
    if (budget < 0 || !fillMerges(rows, sheet.merges ?? [], limits.cells))
      return tooLarge('单元格过多 too many cells');
    sheets.push({ name: sheet.name, rows });
  }
  return succeed({ sheets });
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
    const { sheets } = await readXlsx(packed, {
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

function lastUsed(row: readonly Cell[]): number {
  return row.findLastIndex((cell) => cell !== null && cell !== '');
}
