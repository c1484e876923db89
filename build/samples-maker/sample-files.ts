import { brokenCells, missingColumn, withBrokenCells, withoutColumn } from './break-itinerary';
import { encodeGb18030 } from './encode-gb18030';
import { officeSheets } from './office-sheets';
import { presetTemplate } from '../../shared/checklists/preset-template';
import { brokenRosterSheet, ledgerSheet, rosterSheet, unitLines } from './register-sheets';
import { samplePeople } from './sample-people';
import { sampleStops } from './sample-stops';
import { seededRandom } from './seeded-random';
import { visitsOfFirstTeam } from './visits-first-team';
import { visitsOfSecondTeam } from './visits-second-team';
import { visitsOfThirdTeam } from './visits-third-team';
import { writeJson } from './write-json';
import { writeWorkbook } from './write-workbook';

/** A file of the sample office: its path below build/samples and its bytes. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every sample except the photographs. The same seed gives the same bytes. */
export async function sampleFiles(seed: number): Promise<readonly SampleFile[]> {
  const sheets = officeSheets(sampleStops(seededRandom(seed)), samplePeople());
  const title = '重点产业项目观摩督导活动行程';
  const blank = [{ name: '点位', columns: [], rows: [] }];
  return [
    { path: 'itinerary.xlsx', bytes: await writeWorkbook(sheets, title) },
    { path: 'broken/missing-column.xlsx', bytes: await writeWorkbook(withoutColumn(sheets), title) },
    { path: 'broken/bad-rows.xlsx', bytes: await writeWorkbook(withBrokenCells(sheets), title) },
    { path: 'broken/empty.xlsx', bytes: await writeWorkbook(blank, title) },
    {
      path: 'broken/wrong-type.xlsx',
      bytes: text('这是一份文本，不是电子表格。\n组别,序号,企业名称\n第一组,1,甲\n'),
    },
    { path: 'broken/expected.json', bytes: writeJson(expected) },
    { path: 'register/people.xlsx', bytes: await writeWorkbook([rosterSheet], '人员名册') },
    { path: 'register/sites.xlsx', bytes: await writeWorkbook([ledgerSheet], '项目台账') },
    {
      path: 'register/units.csv',
      bytes: encodeGb18030(unitLines.map((line) => `${line.join(',')}\r\n`).join('')),
    },
    { path: 'broken/people.xlsx', bytes: await writeWorkbook([brokenRosterSheet], '人员名册') },
    { path: 'checklist.json', bytes: writeJson(presetTemplate) },
    {
      path: 'visits.json',
      bytes: writeJson({
        checklistVersion: presetTemplate.version,
        visits: [...visitsOfFirstTeam, ...visitsOfSecondTeam, ...visitsOfThirdTeam],
      }),
    },
  ];
}

const expected = {
  'bad-rows.xlsx': brokenCells,
  'missing-column.xlsx': [{ ...missingColumn, kind: 'missing-column' }],
  'empty.xlsx': [{ sheet: '点位', kind: 'empty-sheet' }],
  'wrong-type.xlsx': [{ kind: 'not-a-workbook' }],
};

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
