/** Where a zip's directory says that a file lies, and how large it is. Nothing of it is to be believed before it is checked. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly header: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const inZip64 = 0xffffffff;

/** The entries of a zip's directory, at most `limit`; null where the bytes are no sound zip or hold more. APPNOTE.TXT 4.3. */
export function zipDirectory(bytes: Buffer, limit: number): readonly ZipEntry[] | null {
  const end = findEnd(bytes);
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > limit) return null;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) return null;
    const short = [24, 20, 42].map((offset) => bytes.readUInt32LE(at + offset));
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size = 0, packedSize = 0, header = 0] = longNumbers(short, extra);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedSize,
      size,
      header,
    });
    at = next;
  }
  return entries;
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at -= 1) if (bytes.readUInt32LE(at) === endMark) return at;
  return -1;
}

/** Some writers put the numbers of small files into the zip64 field too, in the order size, packed size, place. */
function longNumbers(short: readonly number[], extra: Buffer): readonly number[] {
  if (!short.includes(inZip64)) return short;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    let next = at + 4;
    return short.map((number) => {
      if (number !== inZip64 || next + 8 > end) return number;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return short;
}
