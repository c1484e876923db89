import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Workbook } from '../../shared/tables/workbook';
import { checkTourFile } from '../../shared/tour-file/read-tour-file';
import { rowOfTourRecord, tourRecords } from '../../shared/tour-file/tour-records';
import type { TableFile } from './parse-tables';
import { type FoundFile, sniffFile } from './sniff-file';

/** As many as a person looks through; the number of all is told besides. */
const namedFaults = 500;

/** A tour of two thousand stops has some twenty thousand; more are not even looked at, which would take the process its time. */
const mostRecords = 50_000;

/**
 * A tour file as rows: the sheet `records`, one a row, or the sheet `faults` with the path of each in both languages. Runs in
 * the process that reads files of others; a file that is no JSON is a problem that says what it is instead.
 */
export function parseTour({ file, bytes }: TableFile): Outcome<Workbook> {
  const unreadable = (zh: string, en: string) => fail(problem('tourFile.unreadable', { file, zh, en }));
  const found = sniffFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (found.kind !== 'text') return unreadable(...wordsFor(found));
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return error instanceof SyntaxError
      ? unreadable('内容不完整，或不是 JSON', 'it is cut off or no JSON')
      : unreadable('文字编码不是 UTF-8', 'its text is not UTF-8');
  }
  const count = recordsIn(raw);
  if (count > mostRecords)
    return unreadable(
      `里面有 ${count} 条记录，最多 ${mostRecords} 条`,
      `it has ${count} records of at most ${mostRecords}`,
    );
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

/** What a person chose instead. */
function wordsFor(found: FoundFile): readonly [zh: string, en: string] {
  switch (found.kind) {
    case 'empty':
      return ['文件是空的', 'it is empty'];
    case 'locked':
      return ['它是设了打开密码的表格', 'it is a workbook with a password'];
    case 'xlsx':
    case 'oldFormat':
      return ['它是表格', 'it is a workbook'];
    case 'other':
      return [`它是${found.zh}`, `it is ${found.en}`];
    case 'damaged':
    case 'text':
      return ['它不是文本文件', 'it is not a text file'];
  }
}

function recordsIn(raw: unknown): number {
  if (typeof raw !== 'object' || raw === null) return 0;
  return Object.values(raw).reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
}
