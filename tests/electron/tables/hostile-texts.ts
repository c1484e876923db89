import { type HostileCase, hostileCases } from './hostile-case';

const text = (value: string) => () => Buffer.from(value);
const bytes =
  (...values: readonly number[]) =>
  () =>
    Buffer.from(values);
const utf16be = (value: string) => {
  const little = Buffer.from(`\uFEFF${value}`, 'utf16le');
  return little.swap16();
};
/** 组别,序号 in GB18030. */
const gbk = Buffer.from('d7e9b1f02cd0f2bac50a', 'hex');

/** What others may send in the place of a CSV file, broken or on purpose. */
export const hostileTexts: readonly HostileCase[] = hostileCases(
  {
    'sound.csv': [
      text('组别,序号\r\n第一组,1\r\n'),
      [
        ['组别', '序号'],
        ['第一组', '1'],
      ],
    ],
    empty: [text(''), 'table.empty'],
    'mark only': [bytes(0xef, 0xbb, 0xbf), 'table.empty'],
    'blanks only': [text(' \r\n\t\n'), 'table.empty'],
    'commas only': [text(',,,\n,,,\n'), 'table.empty'],
    'nul bytes': [bytes(0, 0, 0, 0), 'table.wrongType'],
    'nul within': [text('a,b\n1,\0\n'), 'table.wrongType'],
    'half a pair of UTF-16': [bytes(0xff, 0xfe, 0x61), 'table.damaged'],
    'lone surrogate of UTF-16': [bytes(0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00), 'table.damaged'],
    'UTF-16 the other way': [() => utf16be('组别,1\n'), [['组别', '1']]],
    'UTF-8 cut within a character': [
      () => Buffer.from('组别,序号\n第一组,1').subarray(0, -3),
      'table.damaged',
    ],
    'UTF-8 with a broken byte': [
      () => {
        const whole = Buffer.from('组别,序号,企业名称\n第一组,1,云澜鑫淼新材料有限公司\n');
        whole[9] = 0xff;
        return whole;
      },
      'table.damaged',
    ],
    'mark of UTF-8 before GBK': [
      () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), gbk]),
      'table.damaged',
    ],
    GB18030: [() => gbk, [['组别', '序号']]],
    'GB18030 cut within a character': [() => gbk.subarray(0, 6), 'table.encodingUnknown'],
    'bytes of nothing': [() => Buffer.alloc(5000, 0xff), 'table.encodingUnknown'],
    'quote without an end': [text('a,b\n1,"2\n3,4\n'), 'table.quoteOpen'],
    'quote at the end': [text('a,b\n1,"'), 'table.quoteOpen'],
    'quote within a word': [
      text('管径,数量\n5" 管,2\n'),
      [
        ['管径', '数量'],
        ['5" 管', '2'],
      ],
    ],
    'quotes of quotes': [text('a\n""""""\n'), [['a'], ['""']]],
    'a hundred thousand quotes': [() => Buffer.alloc(100_000, '"'), [['"'.repeat(49_999)]]],
    'an odd million of quotes': [() => Buffer.alloc(1_000_001, '"'), 'table.quoteOpen'],
    'row of a million commas': [() => Buffer.from(`a${','.repeat(1_000_000)}b`), 'table.tooLarge'],
    'a column too many': [
      () => Buffer.from(Array.from({ length: 101 }, () => 'x').join(',')),
      'table.tooLarge',
    ],
    'two hundred thousand rows': [
      () => Buffer.from(Array.from({ length: 200_000 }, (_, row) => `企业${row},${row}`).join('\n')),
      'table.tooLarge',
    ],
    'two million rows of commas': [
      () => Buffer.from(`a,b\n1,2\n${',\n'.repeat(2_000_000)}`),
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    'a row after two million': [() => Buffer.from(`a,b\n${',\n'.repeat(2_000_000)}1,2`), 'table.tooLarge'],
    'twenty megabytes in one cell': [() => Buffer.alloc(20 << 20, 'x'), 'table.tooLarge'],
    'more than twenty megabytes': [() => Buffer.alloc((20 << 20) + 1, 'x'), 'table.tooLarge'],
    'ends of lines of all kinds': [
      text('a,b\r1,2\n3,4\r\n5,6'),
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    'rows of all lengths': [
      text('a\n1,2,3\n4,5\n'),
      [
        ['a', null, null],
        ['1', '2', '3'],
        ['4', '5', null],
      ],
    ],
    'formula that runs a program': [text("a\n=cmd|' /C calc'!A0\n"), [['a'], ["=cmd|' /C calc'!A0"]]],
    'page in a cell': [text('a\n<script>alert(1)</script>\n'), [['a'], ['<script>alert(1)</script>']]],
    'page.csv': [text('<html><table><tr><td>1</td></tr></table></html>'), 'table.wrongType'],
    'page.xls': [text('<table border=1><tr><td>1</td></tr></table>'), 'table.wrongType'],
    'xml2003.xls': [
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'table.oldFormat',
    ],
    'feed.csv': [text('<?xml version="1.0"?><rss/>'), 'table.wrongType'],
    'report.csv': [text('%PDF-1.4'), 'table.wrongType'],
    'letter.csv': [text('{\\rtf1 hello}'), 'table.wrongType'],
    'sound.xls': [
      text('a\tb\n1\t2\n'),
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    'names of prototypes': [
      text('__proto__,constructor\n1,2\n'),
      [
        ['__proto__', 'constructor'],
        ['1', '2'],
      ],
    ],
    'marks that turn the text': [text('\u202e名称\n乙\u2066甲\n'), [['\u202e名称'], ['乙\u2066甲']]],
  },
  'csv',
);
