import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { TablePurpose } from '../../shared/protocol/table-calls';
import type { Cell, Sheet, Workbook } from '../../shared/tables/workbook';
import { tableLimits } from '../../shared/tables/table-limits';
import { callBridge } from './call-bridge';

export type OpenedTable =
  | { readonly kind: 'canceled' }
  | { readonly kind: 'read'; readonly file: string; readonly table: string; readonly workbook: Workbook };

/**
 * Asks the user for a file of tables and reads it as a whole. Its rows come in small pieces, each between two frames, so
 * that a large file does not hold the window up.
 */
export async function openTable(
  purpose: TablePurpose,
  dropped: File | null = null,
): Promise<Outcome<OpenedTable>> {
  const given = dropped && (await bytesOf(dropped));
  if (given && !given.ok) return given;
  const opened = await callBridge('tables.open', { purpose, ...(given ? { dropped: given.value } : {}) });
  if (!opened.ok || opened.value.kind === 'canceled') return opened as Outcome<{ readonly kind: 'canceled' }>;
  const { file, table } = opened.value;
  const sheets: Sheet[] = [];
  for (const [sheet, described] of opened.value.sheets.entries()) {
    const rows: Cell[][] = [];
    while (rows.length < described.rows) {
      const piece = await callBridge('tables.rows', { table, sheet, from: rows.length });
      if (!piece.ok) return piece;
      if (piece.value.rows.length === 0) return fail(problem('table.gone'));
      for (const row of piece.value.rows) rows.push(row);
    }
    sheets.push({ ...described, rows });
  }
  return succeed({ kind: 'read', file, table, workbook: { sheets } });
}

/** A dropped file that is too large is refused before it is read. */
async function bytesOf(
  file: File,
): Promise<Outcome<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>> {
  const { name, size } = file;
  if (size > tableLimits.megabytes << 20)
    return fail(
      problem('tourFile.unreadable', {
        file: name,
        zh: `文件超过 ${tableLimits.megabytes} MB`,
        en: `it is larger than ${tableLimits.megabytes} MB`,
      }),
    );
  return succeed({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
}
