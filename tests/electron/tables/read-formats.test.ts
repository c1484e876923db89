import { describe, expect, it } from 'vitest';
import { parseTables } from '../../../electron/tables/parse-tables';
import type { Sheet } from '../../../shared/tables/workbook';
import { rawSheet, rawWorkbook, sheetXml, workbookXml } from './raw-workbook';

async function sheetsOf(bytes: Uint8Array, file = '名单.xlsx'): Promise<readonly Sheet[]> {
  const read = await parseTables({ file, bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.sheets;
}
const rowsOf = async (bytes: Uint8Array, file?: string) => (await sheetsOf(bytes, file))[0]?.rows;
const csv = (text: string) => rowsOf(Buffer.from(text), '名单.csv');

describe('a workbook', () => {
  it('gives dates as dates in both calendars, Chinese formats and times of day too', async () => {
    const formats = [
      'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
      '[$-804]aaaa',
      'h:mm',
      'yyyy/m/d h:mm;@',
    ];
    const styles = `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="31"/><xf numFmtId="202"/><xf numFmtId="203"/></cellXfs></styleSheet>`;
    const row =
      '<row r="1"><c r="A1" s="1"><v>46331</v></c><c r="B1" s="2"><v>46331</v></c><c r="C1" s="3"><v>0.354166666666667</v></c><c r="D1" s="4"><v>46331.5</v></c><c r="E1"><v>46331</v></c></row>';
    const parts = { 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': sheetXml(row) };
    expect(await rowsOf(rawWorkbook(parts))).toEqual([
      ['2026-11-05', '2026-11-05', '08:30', '2026-11-05 12:00', 46331],
    ]);
    const since1904 = workbookXml(
      '<sheet name="点位" sheetId="1" r:id="rId1"/>',
      '<workbookPr date1904="1"/>',
    );
    expect(await rowsOf(rawWorkbook({ ...parts, 'xl/workbook.xml': since1904 }))).toEqual([
      ['2030-11-06', '2030-11-06', '08:30', '2030-11-06 12:00', 46331],
    ]);
  });

  it('gives texts in several runs without their phonetic guides', async () => {
    const texts =
      '<sst><si><r><t>云澜</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 鑫淼</t></r><rPh sb="0" eb="2"><t>yunlan</t></rPh></si></sst>';
    expect(await rowsOf(rawWorkbook({ 'xl/sharedStrings.xml': texts }))).toEqual([['云澜 鑫淼', 1]]);
  });

  it('gives numbers as people read them, long ones in full', async () => {
    const row =
      '<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>1.10101199003070E+17</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c></row>';
    const rows = (await rowsOf(rawSheet(row))) ?? [];
    expect(rows).toEqual([[0.3, 110101199003070000, true, '#REF!']]);
    expect(String(rows[0]?.[1])).toBe('110101199003070000');
  });

  it('names formulas that were never worked out, and does not work them out', async () => {
    const row =
      '<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1"><f>1+2</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f t="shared" si="0"/><v></v></c><c r="E1"><v>1</v></c></row>';
    const [sheet] = await sheetsOf(rawSheet(row));
    expect(sheet).toMatchObject({ rows: [[3, null, '', null, 1]], uncalculated: ['B1', 'D1'] });
  });

  it('reads hidden sheets and says so, and hidden rows like any other', async () => {
    const hidden = workbookXml('<sheet name="点位" sheetId="1" state="hidden" r:id="rId1"/>');
    const [sheet] = await sheetsOf(
      rawWorkbook({
        'xl/workbook.xml': hidden,
        'xl/worksheets/sheet1.xml': sheetXml('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'),
      }),
    );
    expect(sheet).toMatchObject({ name: '点位', hidden: true, rows: [[1]] });
  });
});

describe('a text file', () => {
  it('is read in UTF-8 with and without a mark, GB18030 and UTF-16', async () => {
    const expected = [['组别', '序号']];
    expect(await csv('组别,序号\n')).toEqual(expected);
    expect(await csv('\uFEFF组别,序号\n')).toEqual(expected);
    expect(await rowsOf(Buffer.from('d7e9b1f02cd0f2bac50a', 'hex'), 'a.csv')).toEqual(expected);
    expect(await rowsOf(Buffer.from('\uFEFF组别\t序号\n', 'utf16le'), 'a.txt')).toEqual(expected);
  });

  it('is parted by whatever parts its lines, or by what it says itself', async () => {
    const expected = [
      ['a', 'b'],
      ['1,5', '2'],
    ];
    expect(await csv('a;b\n1,5;2\n')).toEqual(expected);
    expect(await csv('a\tb\n1,5\t2\n')).toEqual(expected);
    expect(await csv('a,b\n"1,5",2\n')).toEqual(expected);
    expect(await csv('sep=;\na;b\n1,5;2\n')).toEqual(expected);
  });

  it('keeps line breaks and quotes in cells, long codes, and rows that are empty in between', async () => {
    expect(await csv('a,b\r\n"第一行\n第二行","他说""好"""\r\n\r\n110101199003070011,007\r\n,\r\n')).toEqual([
      ['a', 'b'],
      ['第一行\n第二行', '他说"好"'],
      [null, null],
      ['110101199003070011', '007'],
    ]);
  });
});
