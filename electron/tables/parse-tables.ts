import { type Outcome, fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { tableLimits } from '../../shared/tables/table-limits';
import type { Workbook } from '../../shared/tables/workbook';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { sniffFile } from './sniff-file';
import { tableTooLarge } from './table-too-large';

export interface TableFile {
  /** As the user knows it: it is named in the problem. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** A tour file comes as rows too; see parse-tour.ts. */
  readonly as?: 'tables' | 'tour';
}

/** Reads tables, or says why they cannot be read. */
export type ReadTables = (file: TableFile) => Promise<Outcome<Workbook>>;

/**
 * The tables of a file, in this process; who reads a file of others does so through table-reader.ts. What a file is, its
 * bytes say and not its name. Nothing is read by half: all of it comes back, or one problem that names the file.
 */
export const parseTables: ReadTables = async ({ file, bytes }) => {
  if (bytes.byteLength > tableLimits.megabytes << 20) return fail(tableTooLarge(file, 'megabytes'));
  const found = sniffFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  switch (found.kind) {
    case 'xlsx':
      return readXlsx({ file, bytes });
    case 'text':
      return readText({ file, bytes });
    case 'empty':
      return fail(problem('table.empty', { file }));
    case 'locked':
      return fail(problem('table.locked', { file }));
    case 'damaged':
      return fail(problem('table.damaged', { file }));
    case 'oldFormat':
      return fail(problem('table.oldFormat', { file, format: found.format }));
    case 'other':
      return fail(problem('table.wrongType', { file, zh: found.zh, en: found.en }));
  }
};

/** Old systems write text into .xls, which Excel opens with a warning. In .xlsx it opens none either. */
function readText(file: TableFile): Outcome<Workbook> {
  const read = readCsv(file);
  if (!/\.(xlsx|xlsm|ods|et)$/i.test(file.file)) return read;
  return fail(
    read.ok
      ? problem('table.wrongType', { file: file.file, zh: '文本文件', en: 'a text file' })
      : problem('table.damaged', { file: file.file }),
  );
}
