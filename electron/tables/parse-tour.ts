import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Workbook } from '../../shared/tables/workbook';
import { checkTourFile } from '../../shared/tour-file/read-tour-file';
import { rowOfTourRecord, tourRecords } from '../../shared/tour-file/tour-records';
import type { TableFile } from './parse-tables';
import { sniffFile } from './sniff-file';

/** As many as a person looks through; the number of all is told besides. */
const namedFaults = 500;

/**
 * A tour file as rows: the sheet `records`, one a row, or the sheet `faults` with the path of each in both languages. Runs in
 * the process that reads files of others; a file that is no JSON is a problem that says what it is instead.
 */
export function parseTour({ file, bytes }: TableFile): Outcome<Workbook> {
  const unreadable = (zh: string, en: string) => fail(problem('tourFile.unreadable', { file, zh, en }));
  const found = sniffFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (found.kind === 'empty') return unreadable('文件是空的', 'it is empty');
  if (found.kind !== 'text') return unreadable('它不是文本文件', 'it is not a text file');
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return error instanceof SyntaxError
      ? unreadable('内容不完整，或不是 JSON', 'it is cut off or no JSON')
      : unreadable('文字编码不是 UTF-8', 'its text is not UTF-8');
  }
  const checked = checkTourFile(raw);
  const sheet = (name: string, rows: Workbook['sheets'][number]['rows']): Outcome<Workbook> =>
    succeed({ sheets: [{ name, rows }] });
  return checked.ok
    ? sheet('records', tourRecords(checked.file, raw).map(rowOfTourRecord))
    : sheet(
        'faults',
        checked.faults.slice(0, namedFaults).map(({ path, zh, en }) => [path, zh, en]),
      );
}
