import { type Outcome, succeed } from '../../shared/outcome';
import type { TableFormat } from '../../shared/protocol/table-calls';
import type { Cell } from '../../shared/tables/workbook';
import { writeCsvTable } from './write-csv-table';
import { writeXlsxTable } from './write-xlsx-table';

/** Rows as they go out; the first is the header. */
export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Sheets as the bytes of a file. A CSV file has room for the first sheet only. */
export async function writeTable(
  sheets: readonly WrittenSheet[],
  format: TableFormat,
): Promise<Outcome<Uint8Array>> {
  return format === 'xlsx' ? writeXlsxTable(sheets) : succeed(writeCsvTable(sheets[0]?.rows ?? []));
}
