import { constants, crc32, inflateRawSync } from 'node:zlib';
import { errorCode } from '../../shared/node/durable-file';
import { tableLimits } from '../../shared/tables/table-limits';
import { type ZipEntry, zipDirectory } from './zip-directory';

export type Parts = Readonly<Record<string, Buffer>>;

/** `largest` is the number of tags in the part that has most of them. */
export type Unpacking =
  | { readonly kind: 'unpacked'; readonly parts: Parts; readonly largest: number }
  | { readonly kind: 'unsound' }
  | { readonly kind: 'tooLarge'; readonly limit: 'rows' | 'content' };

/** Far above any itinerary; a hostile file costs at most these. */
const limits = { entries: 2000, unpackedBytes: 24 << 20, tags: 2_000_000 } as const;

/** Excel allows 255 characters; every cell of a date is compared with its format again. */
const endlessFormat = /formatCode\s*=\s*(?:"[^"]{1000}|'[^']{1000})/;

const stored = 0;
const deflated = 8;
const localHeaderBytes = 30;

/** Cells are in these; pictures, charts, comments, links to other files and the like are never unpacked. */
const needed =
  /^(?!.*(drawings|charts|theme|externalLinks|worksheets\/_rels|customXml|docProps|pivot|slicer|comments)).*\.(xml|rels)$/i;

/**
 * Unpacks the parts of an XLSX file that hold its cells. What a part declares of its size is not believed: unpacking stops
 * at the limit. Every part is checked by its CRC, so that a damaged file is never read as another itinerary.
 */
export function unpackParts(bytes: Uint8Array): Unpacking {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = zipDirectory(file, limits.entries);
  if (entries === null) return { kind: 'unsound' };
  const parts = new Map<string, Buffer>();
  let room: number = limits.unpackedBytes;
  let tags = 0;
  let largest = 0;
  for (const entry of entries.filter(({ name }) => needed.test(name))) {
    const part = unpack(file, entry, room);
    if (part === 'tooLarge')
      return { kind: 'tooLarge', limit: hasTooManyRows(startOf(file, entry)) ? 'rows' : 'content' };
    // Two parts of one name would be read differently by different programs. A DTD has no place in a workbook.
    if (
      part === 'unsound' ||
      parts.has(entry.name) ||
      part.includes('<!DOCTYPE') ||
      part.includes('<!ENTITY')
    )
      return { kind: 'unsound' };
    if (/styles/i.test(entry.name) && endlessFormat.test(part.toString('latin1'))) return { kind: 'unsound' };
    room -= part.length;
    const own = count(part, '<') + count(part, '&');
    tags += own;
    if (tags > limits.tags) return { kind: 'tooLarge', limit: hasTooManyRows(part) ? 'rows' : 'content' };
    largest = Math.max(largest, own);
    parts.set(entry.name, part);
  }
  return { kind: 'unpacked', parts: Object.fromEntries(parts), largest };
}

function unpack(file: Buffer, entry: ZipEntry, room: number): Buffer | 'unsound' | 'tooLarge' {
  const packed = packedBytes(file, entry);
  if (packed === null) return 'unsound';
  if (entry.method === stored) {
    if (packed.length > room) return 'tooLarge';
    return crc32(packed) === entry.crc ? packed : 'unsound';
  }
  if (entry.method !== deflated) return 'unsound';
  try {
    const part = inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
    return crc32(part) === entry.crc ? part : 'unsound';
  } catch (error) {
    return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'unsound';
  }
}

function packedBytes(file: Buffer, entry: ZipEntry): Buffer | null {
  if (entry.header + localHeaderBytes > file.length) return null;
  const start =
    entry.header +
    localHeaderBytes +
    file.readUInt16LE(entry.header + 26) +
    file.readUInt16LE(entry.header + 28);
  return start + entry.packedSize > file.length ? null : file.subarray(start, start + entry.packedSize);
}

/** The beginning of a part that is too large to be unpacked as a whole, so that it can be said what there is too much of. */
function startOf(file: Buffer, entry: ZipEntry): Buffer {
  const packed = packedBytes(file, entry) ?? Buffer.alloc(0);
  if (entry.method === stored) return packed.subarray(0, limits.unpackedBytes);
  const share = limits.unpackedBytes / Math.max(limits.unpackedBytes, entry.size);
  for (const part of [1, 0.5, 0.1]) {
    try {
      return inflateRawSync(packed.subarray(0, Math.floor(packed.length * share * part)), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: limits.unpackedBytes,
      });
    } catch (error) {
      if (errorCode(error) !== 'ERR_BUFFER_TOO_LARGE') break;
    }
  }
  return Buffer.alloc(0);
}

function hasTooManyRows(part: Buffer): boolean {
  let rows = 0;
  for (const _ of part.toString('latin1').matchAll(/<(?:[\w.-]+:)?row[\s>]/g))
    if ((rows += 1) > tableLimits.rows) return true;
  return false;
}

/** A tag or an escaped character costs the reader a hundred times the bytes it takes in the file. */
function count(part: Buffer, mark: string): number {
  let found = 0;
  for (let at = part.indexOf(mark); at >= 0; at = part.indexOf(mark, at + 1)) found += 1;
  return found;
}
