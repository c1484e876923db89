import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeProblem } from '../../../shared/problems';
import { guessItinerary } from '../../../shared/tables/itinerary-tables';
import { guessMapping } from '../../../shared/tables/mapping';
import { readItineraryTable } from '../../../shared/tables/read-itinerary-table';
import { readRegisterTable } from '../../../shared/tables/read-register-table';
import { type RegisterTable, tableColumns } from '../../../shared/tables/table-columns';
import type { Sheet, Workbook } from '../../../shared/tables/workbook';
import { readList } from '../../../shared/xlsform/read-list';
import { readXlsform } from '../../../shared/xlsform/read-xlsform';
import { batchReader } from './batch-reader';
import { builtReader } from './built-reader';
import { hostileZips } from './hostile-zips';
import { rawWorkbook, sheetXml, workbookXml } from './raw-workbook';

/*
 * Each importer from the bytes of a file to what it would save, through the process that reads in the app. The thread that
 * compares is the browser's; what runs in it is run here as it is.
 */

let batch: ReturnType<typeof batchReader>;
beforeAll(async () => {
  batch = batchReader(await builtReader());
}, 120_000);
afterAll(() => batch.close());

const register = { people: [], units: [], sites: [] };
let count = 0;
const newId = () => `new-${(count += 1)}`;

/** What an importer tells of a file, and what it would save of it: nothing, where it tells anything. */
interface Imported {
  readonly told: readonly string[];
  readonly kept: string;
}

interface Importer {
  readonly sheet: string;
  /** The header, and a row whose last cell is the hostile one. */
  readonly header: readonly string[];
  readonly row: readonly string[];
  readonly read: (workbook: Workbook) => Imported;
}

type Told = readonly {
  readonly zh: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}[];
const imported = (faults: Told, found: unknown): Imported => ({
  told: faults.map(({ zh, sheet, row, column }) => `${sheet} ${column}${row} ${zh}`),
  kept: faults.length > 0 ? '' : JSON.stringify(found),
});

function registerImporter(table: RegisterTable, header: readonly string[], row: readonly string[]): Importer {
  const columns = tableColumns[table];
  return {
    sheet: '名单',
    header,
    row,
    read: ({ sheets }) => {
      const sheet: Sheet = sheets[0] ?? { name: '', rows: [] };
      const mapping = guessMapping(sheet, columns, table === 'sites' ? 'ledger' : '');
      const { faults, edits } = readRegisterTable(table, sheet, mapping, register, newId);
      return imported(faults, faults.length > 0 ? edits : edits.map(({ values }) => values));
    },
  };
}

const importers: Readonly<Record<string, Importer>> = {
  itinerary: {
    sheet: '点位',
    header: ['组别', '序号', '企业名称'],
    row: ['第一组', '1'],
    read: (workbook) => {
      const choice = guessItinerary(workbook);
      const { faults, tour } = readItineraryTable(
        { workbook, choice, register, tours: [], title: '行程' },
        newId,
      );
      return imported(faults, tour);
    },
  },
  sites: registerImporter('sites', ['区县', '名称'], ['临江区']),
  people: registerImporter('people', ['单位', '姓名'], ['云澜市示例局']),
  units: registerImporter('units', ['简称', '单位名称'], ['示例局']),
  xlsform: {
    sheet: 'survey',
    header: ['type', 'name', 'label'],
    row: ['text', 'a'],
    read: (workbook) => {
      const { faults, checklist } = readXlsform(workbook, { id: 'form', title: '检查表' });
      return imported(faults, checklist?.survey);
    },
  },
  list: {
    sheet: 'streets.csv',
    header: ['name', 'label'],
    row: ['s1'],
    read: (workbook) => {
      const survey = [
        ['type', 'name', 'label'],
        ['select_one_from_file streets.csv', 'street', '街道'],
      ];
      const { faults, checklist } = readXlsform(
        { sheets: [{ name: 'survey', rows: survey }] },
        { id: 'form', title: '检查表', lists: { 'streets.csv': readList('streets.csv', workbook) } },
      );
      return imported(faults, checklist?.lists);
    },
  },
};

const text = (place: string, value: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

/** The importer's own table with one cell as it is given. */
function tableOf({ sheet, header, row }: Importer, cell: string, times = 1): Buffer {
  const last = 'ABC'[row.length] ?? '';
  const rows = Array.from({ length: times }, (_, at) => {
    const start = row.map((value, column) => text(`${'ABC'[column]}${at + 2}`, value)).join('');
    return `<row r="${at + 2}">${start}${cell.replaceAll('%', `${last}${at + 2}`)}</row>`;
  });
  const top = header.map((value, column) => text(`${'ABC'[column]}1`, value)).join('');
  return rawWorkbook({
    'xl/workbook.xml': workbookXml(`<sheet name="${sheet}" sheetId="1" r:id="rId1"/>`),
    'xl/worksheets/sheet1.xml': sheetXml(`<row r="1">${top}</row>${rows.join('')}`),
  });
}

const page = '<b>云澜</b><script>alert(1)</script>';
const plain = text('%', '云澜示例材料');

async function importAs(importer: Importer, file: string, bytes: Uint8Array): Promise<Imported> {
  const outcome = await batch.read({ file, bytes });
  if (outcome.ok) return importer.read(outcome.value);
  return { told: [describeProblem(outcome.problem, 'zh')], kept: '' };
}

const zip = (title: string) => async () => {
  const found = hostileZips.find(({ name }) => name.startsWith(title));
  if (!found) throw new Error(`no file ${title}`);
  return await found.make();
};

/** What cannot be read at all, whatever it was chosen for, with words of the reason. */
const unreadable: Readonly<
  Record<string, readonly [make: (importer: Importer) => Uint8Array | Promise<Uint8Array>, reason: string]>
> = {
  'an empty file': [zip('empty'), '没有内容'],
  'a truncated file': [
    (importer) => {
      const whole = tableOf(importer, plain);
      return whole.subarray(0, whole.length / 2);
    },
    '不完整或已损坏',
  ],
  'a file of another type': [zip('picture'), '是图片，不是表格'],
  'a file with a password': [zip('locked by'), '设了打开密码'],
  'a file of 200,000 rows': [(importer) => tableOf(importer, plain, 200_000), '太大'],
  'a zip bomb': [zip('bomb of one part'), '太大'],
};

describe.each(Object.entries(importers))('the importer of %s', (_, importer) => {
  it.each(Object.entries(unreadable))('takes nothing of %s and says why', async (_title, [make, reason]) => {
    const { told, kept } = await importAs(importer, '来件.xlsx', await make(importer));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('“来件.xlsx”');
    expect(told[0]).toContain(reason);
    expect(kept).toBe('');
  });

  it('takes nothing of a formula without a result, and names its cell', async () => {
    const formula = '<c r="%"><f>HYPERLINK("https://example.invalid","x")</f></c>';
    const { told, kept } = await importAs(importer, '来件.xlsx', tableOf(importer, formula));
    expect(told[0]).toContain(`${importer.sheet} ${'ABC'[importer.row.length]}2 `);
    expect(told.join('')).toMatch(/\p{Script=Han}{4}/u);
    expect(kept).toBe('');
  });

  it.each([
    ['a formula that runs a program', `<c r="%" t="str"><f>cmd|' /C calc'!A0</f><v>云澜</v></c>`, '云澜'],
    ['a link to another file', '<c r="%" t="str"><f>[1]表1!A1</f><v>青屿</v></c>', '青屿'],
    ['a page', text('%', page), page],
    ['the text of a formula', text('%', '=1+1'), '=1+1'],
  ])('reads %s in a cell as the text that is shown', async (_title, cell, shown) => {
    const { told, kept } = await importAs(importer, '来件.xlsx', tableOf(importer, cell));
    expect(told).toEqual([]);
    expect(kept).toContain(JSON.stringify(shown).slice(1, -1));
    expect(kept).not.toMatch(/cmd|表1!/);
  });
});

it('no importer leaves anything behind in the language', () => {
  expect(batch.ends()).toBe(0);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
