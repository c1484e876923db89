import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import { tableLimits } from '../../shared/tables/table-limits';
import type { Cell, Workbook } from '../../shared/tables/workbook';
import { decodeText } from './decode-text';
import { unguardFormula } from './guard-formula';
import type { TableFile } from './parse-tables';
import { splitCsv } from './split-csv';
import { tableTooLarge } from './table-too-large';

/** What no text that people keep holds: control characters but for those that part lines and pages. */
const binary = /(?!\s)\p{Cc}/u;
/** Excel's own hint in the first line, which is no row of the table. */
const separatorHint = /^sep=([,;\t])(?:\r\n?|\n)/i;
const webPage = /^\s*<(?:!doctype\s+html|html|head|body|table|meta)[\s>]/i;
const spreadsheetXml = /^\s*<\?xml[\s\S]{0,2000}urn:schemas-microsoft-com:office:spreadsheet/i;

/** A text file as one sheet. Every cell is text as it was written, so that codes keep their zeros and their digits. */
export function readCsv({ file, bytes }: TableFile): Outcome<Workbook> {
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text')
    return fail(problem(decoded.kind === 'damaged' ? 'table.damaged' : 'table.encodingUnknown', { file }));
  const { text } = decoded;
  if (/^\s*$/.test(text)) return fail(problem('table.empty', { file }));
  const other = otherFormat(file, text);
  if (other !== null) return fail(other);

  const hint = separatorHint.exec(text);
  const table = hint ? text.slice(hint[0].length) : text;
  const separator = hint?.[1] ?? guessSeparator(table);
  const rows: Cell[][] = [];
  let width = 0;
  let blank = 0;
  for (const { cells, isOpen } of splitCsv(table, separator)) {
    if (isOpen) return fail(problem('table.quoteOpen', { file, row: rows.length + blank + 1 }));
    const used = cells.findLastIndex((cell) => cell !== '') + 1;
    // Excel writes rows of nothing but commas under a table for as far as a format reached.
    if (used === 0) {
      blank += 1;
      continue;
    }
    if (cells.some(({ length }) => length > tableLimits.characters))
      return fail(tableTooLarge(file, 'characters'));
    for (; blank > 0 && rows.length <= tableLimits.rows; blank -= 1) rows.push([]);
    rows.push(cells.slice(0, used).map((cell) => (cell === '' ? null : unguardFormula(cell))));
    width = Math.max(width, used);
    if (rows.length > tableLimits.rows) return fail(tableTooLarge(file, 'rows'));
    if (width > tableLimits.columns) return fail(tableTooLarge(file, 'columns'));
    if (rows.length * width > tableLimits.cells) return fail(tableTooLarge(file, 'cells'));
  }
  if (rows.length === 0) return fail(problem('table.empty', { file }));
  return succeed({ sheets: [{ name: sheetName(file), rows: rows.map((row) => padded(row, width)) }] });
}

function otherFormat(file: string, text: string): Problem | null {
  if (webPage.test(text)) return problem('table.wrongType', { file, zh: '网页', en: 'a web page' });
  if (spreadsheetXml.test(text)) return problem('table.oldFormat', { file, format: ' XML 2003 ' });
  if (/^\s*<\?xml\s/.test(text))
    return problem('table.wrongType', { file, zh: 'XML 文件', en: 'an XML file' });
  if (binary.test(text))
    return problem('table.wrongType', { file, zh: '无法识别的文件', en: 'a file of an unknown kind' });
  return null;
}

const sample = { characters: 100_000, rows: 10 } as const;

/**
 * A comma, a semicolon or a tab, whichever parts most lines alike. (The library's own guess stumbles over doubled quotes.) Lines with
 * quotes in the middle of a cell speak for a separator only where no other lines do.
 */
function guessSeparator(text: string): string {
  return likeliest(text, false) ?? likeliest(text, true) ?? ',';
}

function likeliest(text: string, takesStray: boolean): string | null {
  const start = text.slice(0, sample.characters);
  let best: { readonly separator: string | null; readonly score: number } = { separator: null, score: 0 };
  for (const separator of [',', ';', '\t']) {
    const widths: number[] = [];
    for (const { cells, isOpen, isLoose, isStray } of splitCsv(start, separator))
      if (widths.push(isOpen || isLoose || (isStray && !takesStray) ? 0 : cells.length) === sample.rows)
        break;
    const width = widths.find((count) => count > 1) ?? 0;
    const score = width === 0 ? 0 : widths.filter((count) => count === width).length * 100_000 + width;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function padded(row: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: width }, (_, column) => row[column] ?? null);
}

function sheetName(file: string): string {
  return file.replace(/\.[^.]*$/, '') || file;
}
