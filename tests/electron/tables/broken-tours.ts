import { tourFileLists } from '../../../shared/tour-file/tour-file-lists';
import type { BrokenFile } from './broken-file';

const tour = { id: 'tour-1', title: '云澜市重点项目督导' };
const lists = Object.keys(tourFileLists);
const whole = { format: 'xunji-tour', version: 1, tour };
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const sha256 = '0123456789abcdef'.repeat(4);
const record = { id: 'fresh', tour: tour.id, sha256, size: 1, name: '照片.jpg', type: 'image/jpeg' };

/** What a list may be instead of one, or hold; `{}` alone would be a sound record but for its id. */
const contents: Readonly<Record<string, unknown>> = {
  'is a text': '[]',
  'is an object': { length: 1, 0: record },
  'is null': null,
  'holds null': [record, null],
  'holds a list': [record, [record]],
  'holds a text': [record, '<script>alert(1)</script>'],
  'holds a record without an id': [record, { tour: tour.id }],
  'holds an id that is a path': [{ ...record, id: '../../etc/passwd' }],
  'holds an id that is a page': [{ ...record, id: '<img src=x>' }],
  'holds an id that is a number': [{ ...record, id: 7 }],
  'holds an id that is __proto__': [{ ...record, id: '__proto__' }],
  'holds an id without an end': [{ ...record, id: 'a'.repeat(100_000) }],
  'holds an id twice': [record, record],
  'holds the id of the tour': [{ ...record, id: tour.id }],
};

/** A sound file with one list more; a test reads it. */
export function tourWith(list: string, records: unknown): Uint8Array {
  return bytesOf({ ...whole, [list]: records });
}

export { lists as tourListNames, record as soundTourRecord };

/** Every fault at every list of a tour file; the list is the place that a fault has to name. */
export const brokenTours: readonly (BrokenFile & { readonly place: string })[] = lists.flatMap((list) =>
  Object.entries(contents).map(([fault, value]) => ({
    name: `${list} ${fault}.json`,
    place: list,
    make: () => tourWith(list, value),
  })),
);

const text = JSON.stringify({ ...whole, sites: [{ id: 'site-1', name: '云澜示例材料有限公司' }] });
const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Files that are no tour file at all: cut off at every fortieth, in another encoding, of another kind. */
export const unreadableTours: readonly BrokenFile[] = [
  ...Array.from({ length: 39 }, (_, at) => ({
    name: `cut after ${at + 1} fortieths.json`,
    make: () => Buffer.from(text.slice(0, Math.floor((text.length * (at + 1)) / 40))),
  })),
  { name: 'in UTF-16.json', make: () => utf16 },
  { name: 'in UTF-16 the other way.json', make: () => Buffer.from(utf16).swap16() },
  { name: 'a workbook.json', make: () => Buffer.from('504b0304140000000800', 'hex') },
  { name: 'a picture.json', make: () => Buffer.from('ffd8ffe000104a4649460001', 'hex') },
  { name: 'a web page.json', make: () => Buffer.from('<html><script>alert(1)</script></html>') },
  { name: 'empty.json', make: () => Buffer.alloc(0) },
  { name: 'zeros.json', make: () => Buffer.alloc(5000) },
  { name: 'brackets without an end.json', make: () => Buffer.alloc(1 << 20, '[') },
];
