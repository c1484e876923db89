import { readFile, readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parseTables } from '../../../electron/tables/parse-tables';
import type { Checklist } from '../../../shared/records/checklist';
import { type ListReading, readList } from '../../../shared/xlsform/read-list';
import { type XlsformReading, readXlsform } from '../../../shared/xlsform/read-xlsform';

const root = join(import.meta.dirname, '../../fixtures/xlsform');

/** Every XLSForm that others published (tests/fixtures/xlsform), as Xunji reads it; lists of choices go along. */
export async function publishedForms(): Promise<ReadonlyMap<string, XlsformReading>> {
  const forms = new Map<string, XlsformReading>();
  for (const folder of ['pyxform', 'web-forms']) {
    const names = (await readdir(join(root, folder))).filter((name) => /\.(?:xlsx|csv)$/.test(name));
    const lists = await listsOf(folder, names);
    for (const name of names.filter((one) => !Object.hasOwn(lists, one)).sort()) {
      const workbook = await open(folder, name);
      const context = { id: 'form', title: basename(name, extname(name)), lists };
      forms.set(`${folder}/${name}`, readXlsform(workbook, context));
    }
  }
  return forms;
}

/** The lists of a checklist as the files in which they are exported. */
export function filesOf(lists: Checklist['lists']): Readonly<Record<string, ListReading>> {
  return Object.fromEntries(
    Object.entries(lists).map(([name, { columns, rows }]) => [
      name,
      readList(name, { sheets: [{ name, rows: [columns, ...rows] }] }),
    ]),
  );
}

/** fruits.csv belongs to pull_data.xlsx. */
async function listsOf(
  folder: string,
  names: readonly string[],
): Promise<Readonly<Record<string, ListReading>>> {
  if (!names.includes('fruits.csv')) return {};
  return { 'fruits.csv': readList('fruits.csv', await open(folder, 'fruits.csv')) };
}

async function open(folder: string, name: string) {
  const workbook = await parseTables({ file: name, bytes: await readFile(join(root, folder, name)) });
  if (!workbook.ok) throw new Error(`${name}: ${workbook.problem.code}`);
  return workbook.value;
}
