import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome } from '../../shared/outcome';
import { type Problem, describeProblem } from '../../shared/problems';
import type { Workbook } from '../../shared/tables/workbook';
import { type ListReading, readList } from '../../shared/xlsform/read-list';
import { readXlsform } from '../../shared/xlsform/read-xlsform';
import { rowFault } from '../../shared/xlsform/row-fault';
import { wantedLists } from '../../shared/xlsform/wanted-lists';
import type { ReadTables } from '../tables/parse-tables';
import { readTableFile } from '../tables/read-table-file';
import { checklistOutline } from './checklist-outline';
import type { CommandOutput } from './command';
import { faultTable } from './fault-table';
import { readTablesHeadless } from './read-tables-headless';

const usage = '用法 usage: checklist <form.xlsx> [--json]\n';

/**
 * `checklist`: an XLSForm as Xunji understands it, what is wrong with it and what is not supported, by sheet, row and column.
 * CSV files that it names are taken from its folder. 1 when it has a fault; what is not supported is none.
 */
export const checklistCommand = async (
  args: readonly string[],
  io: CommandOutput,
  readTables: ReadTables = readTablesHeadless,
): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    io.err(usage);
    return 2;
  }
  const workbook = await readTablesOf(path, readTables);
  if (!workbook.ok) {
    if (values.json) io.out(json({ file: basename(path), sound: false, problem: workbook.problem }));
    io.err(`${describeProblem(workbook.problem, 'zh')}\n${describeProblem(workbook.problem, 'en')}\n`);
    return 1;
  }
  const context = { id: 'checklist', title: basename(path, extname(path)) };
  const first = readXlsform(workbook.value, context);
  const lists = first.checklist ? await listsBeside(path, wantedLists(first.checklist), readTables) : {};
  const { checklist, faults, unsupported } = readXlsform(workbook.value, { ...context, lists });
  const sound = faults.length === 0;
  if (values.json) {
    io.out(json({ file: basename(path), sound, checklist, faults, unsupported }));
    return sound ? 0 : 1;
  }
  if (checklist) io.out(checklistOutline(checklist));
  if (unsupported.length > 0) io.out(faultTable(unsupported, '不支持 not supported'));
  if (!sound) io.err(faultTable(faults));
  io.out(
    sound
      ? `检查表无误，${unsupported.length} 处不支持。The checklist is sound; ${unsupported.length} thing(s) are not supported.\n`
      : `检查表有 ${faults.length} 处错误，${unsupported.length} 处不支持。The checklist has ${faults.length} mistake(s); ${unsupported.length} thing(s) are not supported.\n`,
  );
  return sound ? 0 : 1;
};

async function readTablesOf(path: string, readTables: ReadTables): Promise<Outcome<Workbook>> {
  const bytes = await readTableFile(path);
  return bytes.ok ? readTables({ file: basename(path), bytes: bytes.value }) : bytes;
}

/** Files of these names beside the form. One that is not there is told of as missing by the form itself. */
async function listsBeside(
  path: string,
  names: readonly string[],
  readTables: ReadTables,
): Promise<Readonly<Record<string, ListReading>>> {
  const found: [string, ListReading][] = [];
  for (const name of names) {
    // A form of a stranger must not name a file elsewhere.
    if (basename(name) !== name || /[\\/]/.test(name)) continue;
    const read = await readTablesOf(join(dirname(path), name), readTables);
    if (read.ok) found.push([name, readList(name, read.value)]);
    else if (read.problem.code !== 'file.notFound') found.push([name, unreadableList(name, read.problem)]);
  }
  return Object.fromEntries(found);
}

function unreadableList(name: string, why: Problem): ListReading {
  const words = { zh: describeProblem(why, 'zh'), en: describeProblem(why, 'en') };
  const { table, places } = readList(name, { sheets: [] });
  return { table, places, faults: [rowFault(name, -1, '', words)], unsupported: [] };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
