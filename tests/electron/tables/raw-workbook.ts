import { type RawEntry, rawZip } from './raw-zip';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A worksheet around its rows, and around whatever stands before and after them. */
export function sheetXml(rows: string, before = '', after = ''): string {
  return `${head}<worksheet xmlns="${spreadsheet}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function workbookXml(sheets: string, before = ''): string {
  return `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${office}">${before}<sheets>${sheets}</sheets></workbook>`;
}

export function relationshipsXml(
  ...list: readonly (readonly [id: string, type: string, target: string, mode?: string])[]
): string {
  const items = list.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  return `${head}<Relationships xmlns="${relations}">${items.join('')}</Relationships>`;
}

/** The parts of a workbook of one sheet 点位 with one row, 组别 and 1; an `r` as Excel writes it. */
export const soundParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': relationshipsXml(['rId1', 'officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': workbookXml('<sheet name="点位" sheetId="1" r:id="rId1"/>'),
  'xl/_rels/workbook.xml.rels': relationshipsXml(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'styles', 'styles.xml'],
    ['rId3', 'sharedStrings', 'sharedStrings.xml'],
  ),
  'xl/styles.xml': `${head}<styleSheet xmlns="${spreadsheet}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `${head}<sst xmlns="${spreadsheet}"><si><t>组别</t></si></sst>`,
  'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>'),
};

/** A workbook with some of its parts replaced, left out (null) or added. */
export function rawWorkbook(
  changes: Readonly<Record<string, string | Uint8Array | null>> = {},
  more: readonly RawEntry[] = [],
): Buffer {
  const parts = Object.entries({ ...soundParts, ...changes }).flatMap(([name, data]) =>
    data === null ? [] : [{ name, data }],
  );
  return rawZip([...parts, ...more]);
}

/** The same with the one sheet replaced. */
export function rawSheet(rows: string, before = '', after = ''): Buffer {
  return rawWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows, before, after) });
}
