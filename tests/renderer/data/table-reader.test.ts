import { afterEach, expect, it } from 'vitest';
import { type TableReader, openTableReader } from '../../../renderer/data/table-reader';
import { guessMapping } from '../../../shared/tables/mapping';
import { ledgerField, tableColumns } from '../../../shared/tables/table-columns';

const sheet = {
  name: '对象',
  rows: [['企业名称', '区县'], ...Array.from({ length: 600 }, (_, at) => [`云澜${at}号机械厂`, '临江区'])],
};

let reader: TableReader | undefined;
afterEach(() => reader?.close());

it('a table that is asked for twice at once is each time there once: a second Enter imports nothing twice', async () => {
  reader = await openTableReader({ sheets: [sheet] }, { people: [], units: [], sites: [] });
  const question = {
    kind: 'table',
    table: 'sites',
    sheet: 0,
    mapping: guessMapping(sheet, tableColumns.sites, ledgerField),
  } as const;
  const readings = await Promise.all([reader.read(question), reader.read(question)]);
  // Whatever else comes of it comes now.
  await reader.read(question);
  expect(readings.map(({ edits }) => edits.length)).toEqual([600, 600]);
  expect(readings.map(({ differences }) => differences.length)).toEqual([600, 600]);
});
