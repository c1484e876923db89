import type { BrokenFile } from './broken-file';
import { rawWorkbook, soundParts } from './raw-workbook';
import { type RawEntry, rawZip } from './raw-zip';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const bomb = Buffer.alloc(30 << 20);

/** What a part of a workbook may be instead of itself; null where it is missing. */
const contents: Readonly<Record<string, (part: string) => string | Uint8Array | null>> = {
  'is missing': () => null,
  'is empty': () => '',
  'is cut in the first tenth': (part) => part.slice(0, part.length / 10),
  'is cut in the middle': (part) => part.slice(0, part.length / 2),
  'is cut before its end': (part) => part.slice(0, -8),
  'lost its beginning': (part) => part.slice(part.length / 2),
  'is zeros': () => Buffer.alloc(500),
  'is bytes of nothing': () => Buffer.alloc(500, 0xff),
  'is JSON': () => '{"xunji":1}',
  'is a web page': () => '<!doctype html><html><script>alert(1)</script></html>',
  'is a picture': () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'is in UTF-16': utf16,
  'has another root': (part) => part.replace(/<\w+ xmlns/, '<svg xmlns'),
  'names an entity of a file': (part) =>
    part.replace('?>', '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
  'names entities that grow': (part) =>
    part.replace('?>', '?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]>'),
  'is tags without an end': () => '<a>'.repeat(50_000),
  'is a comment without an end': (part) => part.replace('?>', '?><!-- '),
  'is a bomb': () => bomb,
};

/** What a zip may say falsely of one of its parts. */
const lies: Readonly<Record<string, Partial<RawEntry>>> = {
  'has a wrong sum': { crc: 1 },
  'is said to be longer than the file': { packedSize: 0x7fffffff },
  'is said to be of no length': { packedSize: 0 },
  'is said to begin behind the end': { header: 0x7fffffff },
  'is said to begin at another part': { header: 1 },
  'is packed as nobody packs': { method: 99 },
  'is said to be stored and is packed': { method: 12 },
  'is locked': { flags: 0x801, data: Buffer.alloc(60, 0x5a), crc: 7 },
};

const entries = Object.entries(soundParts).map(([name, data]) => ({ name, data }));

/** Every fault at every part of a workbook. What a part without meaning for the cells loses does no harm to them. */
export const brokenWorkbooks: readonly BrokenFile[] = entries.flatMap(({ name, data }) => [
  ...Object.entries(contents).map(([fault, change]) => ({
    name: `${fileName(name)} ${fault}.xlsx`,
    make: () => rawWorkbook({ [name]: change(data) }),
  })),
  ...Object.entries(lies).map(([fault, lie]) => ({
    name: `${fileName(name)} ${fault}.xlsx`,
    make: () => rawZip(entries.map((entry) => (entry.name === name ? { ...entry, ...lie } : entry))),
  })),
  {
    name: `${fileName(name)} is there twice.xlsx`,
    make: () => rawWorkbook({}, [{ name, data: data.replace('组别', '另一组') }]),
  },
]);

/** Every cut of the zip as a whole, at hundredths of its length. */
export const cutWorkbooks: readonly BrokenFile[] = Array.from({ length: 99 }, (_, at) => ({
  name: `cut after ${at + 1} hundredths.xlsx`,
  make: () => {
    const whole = rawWorkbook();
    return whole.subarray(0, Math.floor((whole.length * (at + 1)) / 100));
  },
}));

function fileName(part: string): string {
  return part.replaceAll('/', '-');
}
