/**
 * Puts an EXIF block with DateTimeOriginal behind the first marker of a JPEG. `taken` reads "2026:11:20 09:05:00";
 * the layout is TIFF 6.0, little endian: IFD0 holds only the pointer to the Exif IFD, which holds only the time.
 */
export function withExifTime(jpeg: Uint8Array, taken: string): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(44 + taken.length + 1));
  tiff.setUint16(0, 0x4949);
  tiff.setUint16(2, 42, true);
  tiff.setUint32(4, 8, true);
  writeDirectory(tiff, 8, { tag: 0x8769, type: 4, count: 1, value: 26 });
  writeDirectory(tiff, 26, { tag: 0x9003, type: 2, count: taken.length + 1, value: 44 });
  for (let i = 0; i < taken.length; i += 1) tiff.setUint8(44 + i, taken.charCodeAt(i));
  const name = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const length = 2 + name.length + tiff.byteLength;
  const block = Uint8Array.from([
    0xff,
    0xe1,
    length >> 8,
    length & 255,
    ...name,
    ...new Uint8Array(tiff.buffer),
  ]);
  const out = new Uint8Array(jpeg.length + block.length);
  out.set(jpeg.subarray(0, 2));
  out.set(block, 2);
  out.set(jpeg.subarray(2), 2 + block.length);
  return out;
}

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: number;
}

/** A directory of one entry takes 18 bytes: count, entry, and a zero for "no further directory". */
function writeDirectory(tiff: DataView, at: number, entry: Entry): void {
  tiff.setUint16(at, 1, true);
  tiff.setUint16(at + 2, entry.tag, true);
  tiff.setUint16(at + 4, entry.type, true);
  tiff.setUint32(at + 6, entry.count, true);
  tiff.setUint32(at + 10, entry.value, true);
}
