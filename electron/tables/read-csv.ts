import { detectDelimiter, streamCsvRows } from 'hucre/csv';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import { tableLimits } from '../../shared/tables/table-limits';
import type { Cell, Workbook } from '../../shared/tables/workbook';
import { decodeText } from './decode-text';
import { unguardFormula } from './guard-formula';
import type { TableFile } from './parse-tables';
import { tableTooLarge } from './table-too-large';

/** What no text that people keep holds. */
const binary = /[\0-\x08\x0e-\x19\x1b-\x1f\x7f]/;
/** Excel's own hint in the first line, which is no row of the table. */
const separatorHint = /^sep=([,;\t|])(?:\r\n?|\n)/i;
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
  const delimiter = hint?.[1] ?? guessDelimiter(table);
  const rows: Cell[][] = [];
  let width = 0;
  let blank = 0;
  let last: readonly string[] = [];
  for (const row of streamCsvRows(table, { delimiter })) {
    const values = row.map(String);
    last = values;
    // Excel writes rows of nothing but commas under a table for as far as a format reached.
    if (values.every((value) => value === '')) {
      blank += 1;
      continue;
    }
    for (; blank > 0 && rows.length <= tableLimits.rows; blank -= 1) rows.push([]);
    rows.push(values.map((value) => (value === '' ? null : unguardFormula(value))));
    width = Math.max(width, values.findLastIndex((value) => value !== '') + 1);
    if (rows.length > tableLimits.rows) return fail(tableTooLarge(file, 'rows'));
    if (width > tableLimits.columns) return fail(tableTooLarge(file, 'columns'));
    if (rows.length * width > tableLimits.cells) return fail(tableTooLarge(file, 'cells'));
  }
  if (isOpen(table, last, delimiter))
    return fail(problem('table.quoteOpen', { file, row: Math.max(1, rows.length) }));
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

/** A comma, a semicolon or a tab, whichever parts most lines alike. */
function guessDelimiter(text: string): string {
  const found = detectDelimiter(text.slice(0, 100_000));
  return found === '|' ? ',' : found;
}

/** Whether the text ended inside a quoted field: then that field swallowed all that followed, and is the last thing there is. */
function isOpen(text: string, row: readonly string[], delimiter: string): boolean {
  const raw = `"${(row.at(-1) ?? '').replaceAll('"', '""')}`;
  if (!text.endsWith(raw)) return false;
  const before = text.charAt(text.length - raw.length - 1);
  return before === '' || before === delimiter || before === '\n' || before === '\r';
}

function padded(row: readonly Cell[], width: number): Cell[] {
  return Array.from({ length: width }, (_, column) => row[column] ?? null);
}

function sheetName(file: string): string {
  return file.replace(/\.[^.]*$/, '') || file;
}
