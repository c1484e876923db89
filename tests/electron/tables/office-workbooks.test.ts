import { expect, it } from 'vitest';
import { parseTables } from '../../../electron/tables/parse-tables';
import { guessItinerary } from '../../../shared/tables/itinerary-tables';
import { readItineraryTable } from '../../../shared/tables/read-itinerary-table';
import { rawWorkbook, sheetXml } from './raw-workbook';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const text = (at: string, value: string) => `<c r="${at}" s="1" t="inlineStr"><is><t>${value}</t></is></c>`;
const time = (at: string, value: number) => `<c r="${at}" s="2"><v>${value}</v></c>`;
const row = (number: number, ...cells: readonly string[]) =>
  `<row r="${number}" ht="20" customHeight="1">${cells.join('')}</row>`;
const header = row(
  1,
  ...['组别', '序号', '企业名称', '计划时间', '区县'].map((name, at) => text(`${'ABCDE'[at]}1`, name)),
);
const merge = (...areas: readonly string[]) =>
  `<mergeCells count="${areas.length}">${areas.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/**
 * A workbook with what WPS 表格 adds to its files: number formats of its own in Chinese, cells that have a style and no value,
 * the property KSOProductBuildVer, a part for pictures in cells that no standard knows.
 */
function wpsWorkbook(rows: string, merges: string): Buffer {
  return rawWorkbook({
    'docProps/app.xml': `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>`,
    'docProps/custom.xml': `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16929</vt:lpwstr></property></Properties>`,
    'xl/cellimages.xml': `${head}<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="176" formatCode="h:mm;@"/><numFmt numFmtId="177" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="176" applyNumberFormat="1"/><xf numFmtId="177" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheetXml(
      rows,
      '<sheetPr/><dimension ref="A1:E40"/><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5" outlineLevelCol="4"/>',
      merges,
    ),
  });
}

/** As the window reads it: by the same reader and the same rules. */
async function read(bytes: Buffer) {
  const parsed = await parseTables({ file: '行程.xlsx', bytes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const workbook = parsed.value;
  let count = 0;
  return readItineraryTable(
    {
      workbook,
      choice: guessItinerary(workbook),
      register: { people: [], units: [], sites: [] },
      tours: [],
      title: '行程',
    },
    () => `new-${(count += 1)}`,
  );
}

it('an itinerary of WPS with merged teams and districts, times as numbers and empty styled rows is read whole', async () => {
  const rows = [
    header,
    row(
      2,
      text('A2', '第一组'),
      text('B2', '1'),
      text('C2', '云澜甲厂'),
      time('D2', 0.354166666666667),
      text('E2', '临江区'),
    ),
    row(
      3,
      '<c r="A3" s="1"/>',
      text('B3', '2'),
      text('C3', '云澜乙厂'),
      time('D3', 0.375),
      '<c r="E3" s="1"/>',
    ),
    row(
      4,
      '<c r="A4" s="1"/>',
      text('B4', '3'),
      text('C4', '云澜丙厂'),
      text('D4', '上午10时30分'),
      text('E4', '望湖区'),
    ),
    ...[5, 6, 7].map((at) => row(at, `<c r="A${at}" s="1"/>`, `<c r="D${at}" s="3"/>`)),
  ];
  const { tour, faults } = await read(wpsWorkbook(rows.join(''), merge('A2:A4', 'E2:E3')));
  expect(faults).toEqual([]);
  expect(tour?.teams.map(({ name }) => name)).toEqual(['第一组']);
  const districts = new Map(tour?.sites.map(({ id, district }) => [id, district]));
  expect(tour?.stops.map(({ plannedAt, site }) => [plannedAt, districts.get(site)])).toEqual([
    ['08:30', '临江区'],
    ['09:00', '临江区'],
    ['10:30', '望湖区'],
  ]);
  expect(tour?.stops.every(({ team }) => team === tour.teams[0]?.id)).toBe(true);
});

it('a bad value in a merged cell is named at each row that it stands for, by sheet, row and column', async () => {
  const rows = [
    header,
    row(
      2,
      text('A2', '第一组'),
      text('B2', '1'),
      text('C2', '云澜甲厂'),
      text('D2', '晌午'),
      text('E2', '临江区'),
    ),
    row(
      3,
      text('A3', '第一组'),
      text('B3', '2'),
      text('C3', '云澜乙厂'),
      '<c r="D3" s="2"/>',
      text('E3', '临江区'),
    ),
  ];
  const { faults } = await read(wpsWorkbook(rows.join(''), merge('D2:D3')));
  expect(faults.map(({ sheet, row: at, column }) => [sheet, at, column])).toEqual([
    ['点位', 2, 'D'],
    ['点位', 3, 'D'],
  ]);
});
