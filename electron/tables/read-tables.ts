import type { Outcome } from '../../shared/outcome';
import type { Workbook } from '../../shared/tables/workbook';
import { readWorkbook } from './read-xlsx';

/** The tables of a file, or why it cannot be read. */
export function readTables(file: {
  readonly file: string;
  readonly bytes: Uint8Array;
}): Promise<Outcome<Workbook>> {
  return readWorkbook(file);
}
