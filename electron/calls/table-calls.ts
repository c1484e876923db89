import { basename, dirname } from 'node:path';
import { BrowserWindow, type OpenDialogOptions, dialog } from 'electron';
import { writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import { type TablePurpose, sizePerCall } from '../../shared/protocol/table-calls';
import type { Cell, Sheet, Workbook } from '../../shared/tables/workbook';
import { tourRecordOfRow } from '../../shared/tour-file/tour-records';
import { fileStem } from '../documents/file-name';
import { diskProblem } from '../files/disk-problem';
import type { CallHandlers } from '../ipc';
import { missingOriginals } from '../files/missing-originals';
import { takeOriginals } from '../files/take-originals';
import type { AttachmentStore } from '../files/attachment-store';
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
  tourFile: '导入活动文件',
};

/** The dialogs belong to main; the file is parsed in a process of its own, and the window fetches its rows in small pieces. */
export function tableCalls(
  fileSystem: FileSystem,
  files: AttachmentStore,
  readTables: ReadTables,
  newId: () => string,
  hasRoom: () => Promise<boolean>,
): Pick<
  CallHandlers,
  'tables.open' | 'tables.rows' | 'tables.save' | 'tourFile.missingFiles' | 'tourFile.takeFiles'
> {
  let opened: OpenedTable | null = null;
  return {
    'tables.open': async ({ purpose, dropped }) => {
      opened = null;
      const path = dropped ? '' : await askForTable(titles[purpose], purpose === 'tourFile');
      if (path === null) return succeed({ kind: 'canceled' });
      const file = dropped?.name ?? basename(path);
      const bytes = dropped ? succeed(dropped.bytes) : await readTableFile(path);
      if (!bytes.ok) return bytes;
      const as = purpose === 'tourFile' ? 'tour' : 'tables';
      const read = await readTables({ file, bytes: bytes.value, as });
      if (!read.ok) return as === 'tour' ? fail(asTourProblem(file, read.problem)) : read;
      opened = { table: newId(), workbook: read.value, folder: path === '' ? null : dirname(path) };
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
    'tourFile.missingFiles': async ({ table }) => {
      if (opened?.table !== table) return fail(problem('table.gone'));
      const { folder, workbook } = opened;
      return succeed({ missing: await missingOriginals(files, folder, hashesOf(workbook)) });
    },
    'tourFile.takeFiles': async ({ table }) => {
      if (opened?.table !== table) return fail(problem('table.gone'));
      return takeOriginals(files, opened.folder, hashesOf(opened.workbook), hasRoom);
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

interface OpenedTable {
  readonly table: string;
  readonly workbook: Workbook;
  /** Where the file lies, for what lies beside it; null for one that was dropped, of which we have the bytes alone. */
  readonly folder: string | null;
}

/** What stands in the way of a table reads oddly of a tour file. */
function asTourProblem(file: string, found: Problem): Problem {
  if (found.code === 'tourFile.unreadable') return found;
  const why =
    found.code === 'table.tooSlow'
      ? { zh: '文件太大，没有按时读完', en: 'it is too large to be read in time' }
      : { zh: '文件太大，或已损坏', en: 'it is too large or damaged' };
  return problem('tourFile.unreadable', { file, ...why });
}

function hashesOf({ sheets }: Workbook): readonly string[] {
  const [sheet] = sheets;
  if (sheet?.name !== 'records') return [];
  return sheet.rows.flatMap((row) => {
    const record = tourRecordOfRow(row);
    const sha256 = record?.kind === 'attachment' ? record.values['sha256'] : undefined;
    return typeof sha256 === 'string' ? [sha256] : [];
  });
}

/** The chosen file, or null where the person chose none. */
async function askForTable(title: string, isTour: boolean): Promise<string | null> {
  const options: OpenDialogOptions = {
    title,
    properties: ['openFile'],
    filters: [
      isTour
        ? { name: '活动文件 Tour files', extensions: ['json'] }
        : { name: '表格 Tables', extensions: ['xlsx', 'csv', 'tsv', 'txt'] },
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
