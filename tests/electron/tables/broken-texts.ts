import type { BrokenFile } from './broken-file';

const rows = ['组别,序号,企业名称', '第一组,1,云澜鑫淼新材料有限公司', '第二组,2,青屿示例科技园', ''];
const sound = rows.join('\r\n');

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 the other way': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};

/** Characters in the text at which a fault is put: in the header, at the ends of cells, in the last row. */
const places: Readonly<Record<string, number>> = {
  'in the header': 1,
  'after the header': rows[0]?.length ?? 0,
  'in the first row': (rows[0]?.length ?? 0) + 4,
  'in the last row': sound.length - 4,
};

const put = (what: string) => (text: string, at: number) => `${text.slice(0, at)}${what}${text.slice(at)}`;

const faults: Readonly<Record<string, (text: string, at: number) => string>> = {
  'a NUL': put('\0'),
  'a bell': put('\u0007'),
  'an escape': put('\u001b[31m'),
  'a character of C1': put('\u0080'),
  'a quote that nobody closes': (text, at) => {
    const cell = Math.max(text.lastIndexOf(',', at), text.lastIndexOf('\n', at)) + 1;
    return `${text.slice(0, cell)}"${text.slice(cell)}`;
  },
  'a cell without an end': put('长'.repeat(100_001)),
  'a hundred columns': put(`${',x'.repeat(101)}\r\n`),
  'two hundred thousand rows': put(`\r\n${'甲,1\r\n'.repeat(200_000)}`),
};

/** Every fault at every place in every encoding. */
const written: readonly BrokenFile[] = Object.entries(encodings).flatMap(([encoding, encode]) =>
  Object.entries(places).flatMap(([place, at]) =>
    Object.entries(faults).map(([fault, damage]) => ({
      name: `${encoding} with ${fault} ${place}.csv`,
      make: () => encode(damage(sound, at)),
    })),
  ),
);

/** Bytes that the encoding does not have, at every place. */
const wrongBytes: readonly BrokenFile[] = Object.entries(encodings).flatMap(([encoding, encode]) =>
  Object.entries(places).map(([place, at]) => ({
    name: `${encoding} with a byte of nothing ${place}.csv`,
    make: () => {
      const isWide = encoding.startsWith('UTF-16');
      const start = encode(sound.slice(0, at));
      // Half of a pair where the encoding has pairs, else a byte that begins nothing.
      const half = encoding === 'UTF-16' ? [0x00, 0xd8] : [0xd8, 0x00];
      const rest = encode(sound.slice(at)).subarray(isWide ? 2 : encoding === 'UTF-8' ? 0 : 3);
      return Buffer.concat([start, Buffer.from(isWide ? half : [0xff]), rest]);
    },
  })),
);

/** Beginnings of files of other kinds, by the ending that they pretend. */
const others: Readonly<Record<string, string>> = {
  'a PDF': '255044462d312e370a25e2e3',
  'a PNG': '89504e470d0a1a0a0000000d49484452',
  'a JPEG': 'ffd8ffe000104a4649460001',
  'a GIF': '4749463839610100010000',
  'a TIFF': '49492a0008000000',
  'a sound': '52494646240000005741564566',
  'an MP3': '49443303000000000000',
  'a film': '1a45dfa39f4286810142f7',
  'a RAR': '526172211a0700cf907300000d',
  'a 7z': '377abcaf271c0004',
  'a gzip': '1f8b0800000000000003',
  'a program of Windows': '4d5a900003000000',
  'a program of Linux': '7f454c460201010000',
  'a letter': '7b5c727466315c616e7369',
  'a database': '53514c69746520666f726d6174203300',
  'a HEIC': '00000018667479706865696300',
  'a web page': Buffer.from('<!doctype html><table><tr><td>1</td></tr></table>').toString('hex'),
  'an XML': Buffer.from('<?xml version="1.0"?><rss/>').toString('hex'),
  nothing: '',
  blanks: '20200d0a09',
};

const disguised: readonly BrokenFile[] = Object.entries(others).flatMap(([kind, hex]) =>
  ['csv', 'tsv', 'txt'].map((ending) => ({
    name: `${kind}.${ending}`,
    make: () => Buffer.from(hex, 'hex'),
  })),
);

export const brokenTexts: readonly BrokenFile[] = [...written, ...wrongBytes, ...disguised];
