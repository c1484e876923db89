import { sniffCompound } from './sniff-compound';
import { sniffZip } from './sniff-zip';

/** What the bytes of a file are, whatever its name says. */
export type FoundFile =
  | { readonly kind: 'xlsx' | 'text' | 'empty' | 'locked' | 'damaged' }
  | { readonly kind: 'oldFormat'; readonly format: string }
  | { readonly kind: 'other'; readonly zh: string; readonly en: string };

/** First bytes of files that people mistake for tables. */
const marks: readonly (readonly [bytes: string, zh: string, en: string])[] = [
  ['25504446', 'PDF 文件', 'a PDF'],
  ['89504e470d0a1a0a', '图片', 'a picture'],
  ['ffd8ff', '图片', 'a picture'],
  ['47494638', '图片', 'a picture'],
  ['424d', '图片', 'a picture'],
  ['49492a00', '图片', 'a picture'],
  ['4d4d002a', '图片', 'a picture'],
  ['52494646', '图片或音视频', 'a picture, sound or film'],
  ['494433', '音频', 'a sound file'],
  ['1a45dfa3', '视频', 'a film'],
  ['526172211a07', '压缩包', 'an archive'],
  ['377abcaf271c', '压缩包', 'an archive'],
  ['1f8b', '压缩包', 'an archive'],
  ['4d5a', '程序', 'a program'],
  ['7f454c46', '程序', 'a program'],
  ['7b5c727466', 'RTF 文档', 'an RTF document'],
  ['53514c69746520666f726d6174', '数据库', 'a database'],
];

const compoundMark = 'd0cf11e0a1b11ae1';

export function sniffFile(bytes: Buffer): FoundFile {
  if (bytes.length === 0) return { kind: 'empty' };
  const start = bytes.toString('hex', 0, 16);
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return sniffZip(bytes);
  if (start.startsWith(compoundMark)) return sniffCompound(bytes);
  const mark = marks.find(([hex]) => start.startsWith(hex));
  // "BM" and "MZ" may begin a text as well: only what no text holds tells them apart.
  if (mark && (mark[0].length > 4 || bytes.includes(0))) return { kind: 'other', zh: mark[1], en: mark[2] };
  if (start.startsWith('66747970', 8)) return { kind: 'other', zh: '图片或视频', en: 'a picture or film' };
  return { kind: 'text' };
}
