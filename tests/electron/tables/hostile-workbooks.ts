import { writeXlsx } from 'hucre';
import { type HostileCase, hostileCases } from './hostile-case';
import { rawSheet, rawWorkbook, relationshipsXml, sheetXml, soundParts, workbookXml } from './raw-workbook';
import { type RawEntry, rawZip } from './raw-zip';

const sound = [['组别', 1]];
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = 'xl/worksheets/sheet1.xml';
const inline = (text: string, attributes = '') =>
  `<row r="1"><c r="A1" t="inlineStr" ${attributes}><is><t>${text}</t></is></c></row>`;
const rows = (count: number, cells: (row: number) => string) =>
  Array.from({ length: count }, (_, row) => `<row r="${row + 1}">${cells(row + 1)}</row>`).join('');
const entries = (): readonly RawEntry[] => Object.entries(soundParts).map(([name, data]) => ({ name, data }));
const withEntry = (name: string, change: Partial<RawEntry>) =>
  rawZip(entries().map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const compound = (...streams: readonly string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.concat([utf16(name), Buffer.alloc(128)])),
  ]);
const biff = (...records: readonly (readonly [id: number, bytes: number])[]) =>
  Buffer.concat(
    records.map(([id, bytes]) => {
      const head = Buffer.alloc(4 + bytes);
      head.writeUInt16LE(id, 0);
      head.writeUInt16LE(bytes, 2);
      if (id === 0x0809) Buffer.from([0, 6, 5, 0]).copy(head, 4);
      return head;
    }),
  );
const manySheets = (count: number) =>
  Array.from({ length: count }, (_, at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="rId1"/>`).join(
    '',
  );
const cut = (share: number) => {
  const whole = rawWorkbook();
  return whole.subarray(0, Math.floor(whole.length * share));
};
const nested = (depth: number): Buffer =>
  depth === 0
    ? Buffer.alloc(1 << 20)
    : rawZip(Array.from({ length: 8 }, (_, at) => ({ name: `${depth}-${at}.zip`, data: nested(depth - 1) })));

/** What others may send in the place of a workbook, broken or on purpose. */
export const hostileWorkbooks: readonly HostileCase[] = hostileCases(
  {
    'sound.xlsx': [() => rawWorkbook(), sound],
    // Not what its name says
    empty: [() => new Uint8Array(), 'table.empty'],
    'one byte': [() => Buffer.from('P'), 'table.wrongType'],
    'end of a zip only': [() => rawZip([]), 'table.empty'],
    'text named xlsx': [() => Buffer.from('组别,序号\n第一组,1\n'), 'table.wrongType'],
    'picture.xlsx': [() => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'table.wrongType'],
    'photo.xlsx': [() => Buffer.from('ffd8ffe000104a4649460001', 'hex'), 'table.wrongType'],
    'paper.xlsx': [() => Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'table.wrongType'],
    'document.docx': [() => rawZip([{ name: 'word/document.xml', data: '<a/>' }]), 'table.wrongType'],
    'slides.pptx': [() => rawZip([{ name: 'ppt/presentation.xml', data: '<a/>' }]), 'table.wrongType'],
    'archive.zip': [() => rawZip([{ name: 'a.txt', data: 'a' }]), 'table.wrongType'],
    'packed.rar': [() => Buffer.from('526172211a0700cf907300000d', 'hex'), 'table.wrongType'],
    'old.xls': [
      () => Buffer.concat([compound('Workbook'), biff([0x0809, 16], [0xe1, 2])]),
      'table.oldFormat',
    ],
    'older.xls': [() => compound('Book'), 'table.oldFormat'],
    'locked.xls': [
      () => Buffer.concat([compound('Workbook'), biff([0x0809, 16], [0x2f, 54])]),
      'table.locked',
    ],
    'locked by a password': [
      () =>
        writeXlsx({
          sheets: [{ name: '点位', rows: [['组别']] }],
          encryption: { password: 'secret', spinCount: 10 },
        }),
      'table.locked',
    ],
    'word.doc': [() => compound('WordDocument'), 'table.wrongType'],
    'compound of nothing': [() => compound(), 'table.damaged'],
    'binary.xlsb': [() => rawZip([{ name: 'xl/workbook.bin', data: 'a' }]), 'table.oldFormat'],
    'open.ods': [
      () =>
        rawZip([
          { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
          { name: 'content.xml', data: '<a/>' },
        ]),
      'table.oldFormat',
    ],
    // Cut off, and zips that lie
    'cut in the first tenth': [() => cut(0.1), 'table.damaged'],
    'cut in the middle': [() => cut(0.5), 'table.damaged'],
    'cut before the end': [() => cut(0.99), 'table.damaged'],
    'sum that is wrong': [() => withEntry(sheet, { crc: 1 }), 'table.damaged'],
    // Only what is unpacked is believed, and its sum.
    'size that is too small': [() => withEntry(sheet, { size: 1 }), sound],
    'packed size beyond the file': [() => withEntry(sheet, { packedSize: 0x7fffffff }), 'table.damaged'],
    'packed size of nothing': [() => withEntry(sheet, { packedSize: 0 }), 'table.damaged'],
    'header beyond the file': [() => withEntry(sheet, { header: 0x7fffffff }), 'table.damaged'],
    'method nobody knows': [() => withEntry(sheet, { method: 99 }), 'table.damaged'],
    'count that is too large': [() => rawZip(entries(), 60_000), 'table.damaged'],
    'count that is too small': [() => rawZip(entries(), 3), 'table.damaged'],
    'entry twice': [() => rawWorkbook({}, [{ name: sheet, data: sheetXml(one) }]), 'table.damaged'],
    'three thousand entries': [
      () =>
        rawWorkbook(
          {},
          Array.from({ length: 3000 }, (_, at) => ({ name: `xl/a${at}.xml`, data: '' })),
        ),
      'table.damaged',
    ],
    'bomb of one part': [() => rawWorkbook({ [sheet]: Buffer.alloc(200 << 20) }), 'table.tooLarge'],
    'bomb that lies': [
      () => withEntry('xl/sharedStrings.xml', { data: Buffer.alloc(200 << 20), size: 10 }),
      'table.tooLarge',
    ],
    'bomb of many parts': [
      () => {
        const data = Buffer.alloc(1 << 20, ' ');
        return rawWorkbook(
          {},
          Array.from({ length: 60 }, (_, at) => ({ name: `xl/a${at}.xml`, data })),
        );
      },
      'table.tooLarge',
    ],
    'bomb in a bomb': [() => rawWorkbook({}, [{ name: 'xl/embeddings/a.zip', data: nested(2) }]), sound],
    'paths that lead outside': [
      () =>
        rawWorkbook({}, [
          { name: '../../../../etc/passwd.xml', data: '<a/>' },
          { name: '/etc/passwd.xml', data: '<a/>' },
          { name: 'C:\\Windows\\a.xml', data: '<a/>' },
        ]),
      sound,
    ],
    'sheet at a path outside': [
      () =>
        rawWorkbook({
          'xl/_rels/workbook.xml.rels': relationshipsXml(['rId1', 'worksheet', '../../../../../etc/passwd']),
        }),
      'table.damaged',
    ],
    'sheet on the network': [
      () =>
        rawWorkbook({
          'xl/_rels/workbook.xml.rels': relationshipsXml([
            'rId1',
            'worksheet',
            'http://127.0.0.1:9/sheet.xml',
            'External',
          ]),
        }),
      'table.damaged',
    ],
    'names of prototypes': [
      () =>
        rawWorkbook({}, [
          { name: '__proto__', data: '<a/>' },
          { name: '__proto__/polluted.xml', data: '<a/>' },
          { name: 'constructor.xml', data: '<a/>' },
        ]),
      sound,
    ],
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
