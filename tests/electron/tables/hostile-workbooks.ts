import { type HostileCase, hostileCases } from './hostile-case';
import { rawSheet, rawWorkbook, relationshipsXml, sheetXml, workbookXml } from './raw-workbook';

const sound = [['组别', 1]];
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = 'xl/worksheets/sheet1.xml';
const inline = (text: string, attributes = '') =>
  `<row r="1"><c r="A1" t="inlineStr" ${attributes}><is><t>${text}</t></is></c></row>`;
const rows = (count: number, cells: (row: number) => string) =>
  Array.from({ length: count }, (_, row) => `<row r="${row + 1}">${cells(row + 1)}</row>`).join('');
const manySheets = (count: number) =>
  Array.from({ length: count }, (_, at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="rId1"/>`).join(
    '',
  );
/** Workbooks whose zip is sound and whose parts are broken, or made to do harm. */
export const hostileWorkbooks: readonly HostileCase[] = hostileCases(
  {
    // Parts that are missing or are no XML
    'no workbook': [() => rawWorkbook({ 'xl/workbook.xml': null }), 'table.damaged'],
    'no sheet': [() => rawWorkbook({ [sheet]: null }), 'table.damaged'],
    'no sheets named': [() => rawWorkbook({ 'xl/workbook.xml': workbookXml('') }), 'table.damaged'],
    'no relations': [() => rawWorkbook({ 'xl/_rels/workbook.xml.rels': null }), 'table.damaged'],
    'no texts': [() => rawWorkbook({ 'xl/sharedStrings.xml': null }), 'table.damaged'],
    'text beyond the list': [
      () => rawSheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
      'table.damaged',
    ],
    'workbook that is no XML': [() => rawWorkbook({ 'xl/workbook.xml': 'hello' }), 'table.damaged'],
    'sheet that is no XML': [() => rawWorkbook({ [sheet]: 'hello' }), 'table.damaged'],
    'sheet cut off within': [
      () => rawWorkbook({ [sheet]: sheetXml(rows(9, () => one)).slice(0, 200) }),
      'table.damaged',
    ],
    'sheet of bytes': [() => rawWorkbook({ [sheet]: Buffer.alloc(1000, 0xff) }), 'table.damaged'],
    'sheet that is a web page': [
      () => rawWorkbook({ [sheet]: '<html><body>1</body></html>' }),
      'table.damaged',
    ],
    // XML that means harm
    'entities that grow': [
      () =>
        rawWorkbook({
          [sheet]: `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${sheetXml(inline('&b;'))}`,
        }),
      'table.damaged',
    ],
    'entity that reads a file': [
      () =>
        rawWorkbook({
          [sheet]: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${sheetXml(inline('&b;'))}`,
        }),
      'table.damaged',
    ],
    'entity that is not declared': [() => rawSheet(inline('a&lol;b')), [['a&lol;b']]],
    'tags without an end': [
      () => rawWorkbook({ [sheet]: sheetXml('<row>'.repeat(200_000)) }),
      'table.damaged',
    ],
    'tags a hundred thousand deep': [
      () => rawWorkbook({ 'xl/workbook.xml': `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}` }),
      'table.damaged',
    ],
    'texts a hundred thousand deep': [
      () =>
        rawWorkbook({
          'xl/sharedStrings.xml': `<sst>${'<si>'.repeat(100_000)}${'</si>'.repeat(100_000)}</sst>`,
        }),
      'table.damaged',
    ],
    'attributes by the thousand': [
      () => rawSheet(inline('a', Array.from({ length: 20_000 }, (_, at) => `a${at}="1"`).join(' '))),
      [['a']],
    ],
    'attribute of a megabyte': [() => rawSheet(inline('a', `b="${'x'.repeat(1 << 20)}"`)), [['a']]],
    'attributes of prototypes': [
      () => rawSheet(inline('__proto__', '__proto__="z" constructor="y"')),
      [['__proto__']],
    ],
    'sheet called __proto__': [
      () =>
        rawWorkbook({ 'xl/workbook.xml': workbookXml('<sheet name="__proto__" sheetId="1" r:id="rId1"/>') }),
      sound,
    ],
    // More than anybody keeps
    'ten thousand sheets': [
      () => rawWorkbook({ 'xl/workbook.xml': workbookXml(manySheets(10_000)) }),
      'table.tooLarge',
    ],
    'twenty-one sheets': [
      () => rawWorkbook({ 'xl/workbook.xml': workbookXml(manySheets(21)) }),
      'table.tooLarge',
    ],
    'two hundred thousand rows': [
      () => rawSheet(rows(200_000, (row) => `<c r="A${row}" t="inlineStr"><is><t>企业${row}</t></is></c>`)),
      'table.tooLarge',
    ],
    'a row too many': [
      () => rawSheet(rows(20_001, (row) => `<c r="A${row}"><v>1</v></c>`)),
      'table.tooLarge',
    ],
    'a column too many': [() => rawSheet('<row r="1"><c r="CW1"><v>1</v></c></row>'), 'table.tooLarge'],
    'the last cell there is': [() => rawSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), []],
    'cell beyond the last': [() => rawSheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), 'table.damaged'],
    'cell at no place': [() => rawSheet('<row r="1"><c r="A0"><v>1</v></c></row>'), 'table.damaged'],
    'row below nothing': [() => rawSheet('<row r="-5"><c r="A-5"><v>1</v></c></row>'), 'table.damaged'],
    'text of a megabyte': [() => rawSheet(inline('长'.repeat(1 << 19))), 'table.tooLarge'],
    'text as long as may be': [() => rawSheet(inline('长'.repeat(100_000))), [['长'.repeat(100_000)]]],
    'merges over each other': [
      () =>
        rawSheet(
          '<row r="1"><c r="A1"><v>1</v></c></row><row r="20000"><c r="CV20000"><v>1</v></c></row>',
          '',
          `<mergeCells>${'<mergeCell ref="A1:CV20000"/>'.repeat(50_000)}</mergeCells>`,
        ),
      'table.tooLarge',
    ],
    'merge of everything': [
      () => rawSheet(one, '', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
      [[1]],
    ],
    'merge that is none': [
      () => rawSheet(one, '', '<mergeCells><mergeCell ref="B9:A1"/><mergeCell ref="x"/></mergeCells>'),
      [[1]],
    ],
    'a format without an end': [
      () =>
        rawWorkbook({
          'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(1_000_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
        }),
      'table.damaged',
    ],
    // What a cell may hold
    'numbers that are none': [
      () =>
        rawSheet(
          '<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>NaN</v></c><c r="C1"><v>0x10</v></c><c r="D1" s="1"><v>1e300</v></c></row>',
        ),
      [['#NUM!', 'NaN', 16, '#NUM!']],
    ],
    'formula that runs a program': [
      () => rawSheet('<row r="1"><c r="A1"><f>cmd|\' /C calc\'!A0</f><v>5</v></c></row>'),
      [[5]],
    ],
    'formula in a circle': [
      () => rawSheet('<row r="1"><c r="A1"><f>A1</f><v></v></c><c r="B1"><v>1</v></c></row>'),
      [[null, 1]],
    ],
    'link to another file': [
      () =>
        rawWorkbook(
          {
            'xl/workbook.xml': workbookXml('<sheet name="点位" sheetId="1" r:id="rId1"/>').replace(
              '</workbook>',
              '<externalReferences><externalReference r:id="rId9"/></externalReferences></workbook>',
            ),
            [sheet]: sheetXml('<row r="1"><c r="A1"><f>[1]表1!A1</f><v>7</v></c></row>'),
          },
          [{ name: 'xl/externalLinks/externalLink1.xml', data: '<!DOCTYPE a><externalLink/>' }],
        ),
      [[7]],
    ],
    'page in a cell': [
      () => rawSheet(inline('&lt;script&gt;alert(1)&lt;/script&gt;')),
      [['<script>alert(1)</script>']],
    ],
    'program among the parts': [() => rawWorkbook({}, [{ name: 'xl/vbaProject.bin', data: 'x' }]), sound],
    'relations in a circle': [
      () =>
        rawWorkbook({
          '_rels/.rels': relationshipsXml(['rId1', 'officeDocument', '_rels/.rels']),
        }),
      'table.damaged',
    ],
    'two sheets of one part': [() => rawWorkbook({ 'xl/workbook.xml': workbookXml(manySheets(2)) }), sound],
  },
  'xlsx',
);
