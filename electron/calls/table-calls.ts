import { basename } from 'node:path';
import { BrowserWindow, type OpenDialogOptions, dialog } from 'electron';
import { writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { type TablePurpose, sizePerCall } from '../../shared/protocol/table-calls';
import type { Cell, Sheet, Workbook } from '../../shared/tables/workbook';
import { fileStem } from '../documents/file-name';
import { diskProblem } from '../files/disk-problem';
import type { CallHandlers } from '../ipc';
import { readTableFile } from '../tables/read-table-file';
import type { ReadTables } from '../tables/parse-tables';
import { writeTable } from '../tables/write-table';

const titles: Readonly<Record<TablePurpose, string>> = {
  itinerary: '导入行程',
  people: '导入人员',
  units: '导入单位',
  sites: '导入对象',
  xlsform: '导入检查表',
  list: '导入名单',
};

/** The dialogs belong to main; the file is parsed in a process of its own, and the window fetches its rows in small pieces. */
export function tableCalls(
  fileSystem: FileSystem,
  readTables: ReadTables,
  newId: () => string,
): Pick<CallHandlers, 'tables.open' | 'tables.rows' | 'tables.save'> {
  let opened: { readonly table: string; readonly workbook: Workbook } | null = null;
  return {
    'tables.open': async ({ purpose }) => {
      opened = null;
      const path = await askForTable(titles[purpose]);
      if (path === null) return succeed({ kind: 'canceled' });
      const file = basename(path);
      const bytes = await readTableFile(path);
      if (!bytes.ok) return bytes;
      const read = await readTables({ file, bytes: bytes.value });
      if (!read.ok) return read;
      opened = { table: newId(), workbook: read.value };
      const sheets = read.value.sheets.map(({ name, rows, hidden = false, uncalculated = [] }) => ({
        name,
        rows: rows.length,
        hidden,
        uncalculated: [...uncalculated],
      }));
      return succeed({ kind: 'read', file, table: opened.table, sheets });
    },
    'tables.rows': async ({ table, sheet, from }) => {
      const found = opened?.table === table ? opened.workbook.sheets[sheet] : undefined;
      return found === undefined ? fail(problem('table.gone')) : succeed({ rows: piece(found, from) });
    },
    'tables.save': async ({ name, sheets, format }) => {
      const chosen = await dialog.showSaveDialog({
        defaultPath: `${fileStem(name) || '表格'}.${format}`,
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
      });
      if (chosen.canceled || !chosen.filePath) return succeed({ kind: 'canceled', name: '' });
      const written = await writeTable(sheets, format);
      if (!written.ok) return written;
      try {
        await writeDurably(fileSystem, chosen.filePath, written.value);
        return succeed({ kind: 'written', name: basename(chosen.filePath) });
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
  };
}

/** The chosen file, or null where the person chose none. */
async function askForTable(title: string): Promise<string | null> {
  const options: OpenDialogOptions = {
    title,
    properties: ['openFile'],
    filters: [
      { name: '表格 Tables', extensions: ['xlsx', 'csv', 'tsv', 'txt'] },
      { name: '所有文件 All files', extensions: ['*'] },
    ],
  };
  const owner = BrowserWindow.getFocusedWindow();
  const chosen = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** As many rows as one call carries, and at least one. */
function piece({ rows }: Sheet, from: number): Cell[][] {
  const taken: Cell[][] = [];
  let room = sizePerCall;
  for (let at = from; at < rows.length && room > 0; at += 1) {
    const row = rows[at] ?? [];
    taken.push([...row]);
    for (const cell of row) room -= 20 + (typeof cell === 'string' ? cell.length : 0);
  }
  return taken;
}
