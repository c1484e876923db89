import { writeXlsx } from 'hucre';
import { type HostileCase, hostileCases } from './hostile-case';
import { rawWorkbook, relationshipsXml, sheetXml, soundParts } from './raw-workbook';
import { type RawEntry, rawZip } from './raw-zip';

const sound = [['组别', 1]];
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = 'xl/worksheets/sheet1.xml';
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
const cut = (share: number) => {
  const whole = rawWorkbook();
  return whole.subarray(0, Math.floor(whole.length * share));
};
const nested = (depth: number): Buffer =>
  depth === 0
    ? Buffer.alloc(1 << 20)
    : rawZip(Array.from({ length: 8 }, (_, at) => ({ name: `${depth}-${at}.zip`, data: nested(depth - 1) })));

/** Files that are no workbook, and zips that lie about what they hold. */
export const hostileZips: readonly HostileCase[] = hostileCases(
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
  },
  'xlsx',
);
