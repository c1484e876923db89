import { encode } from 'jpeg-js';

export interface CameraFacts {
  /** "2026:11:20 09:05:00" */
  readonly taken?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly orientation?: number;
}

/** A small picture of its own: every seed gives other pixels, and so another hash. */
export function plainJpeg(seed: number, width = 64, height = 48): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) {
    data[at * 4] = (seed * 37 + at) & 255;
    data[at * 4 + 1] = (seed * 101 + (at >> 6)) & 255;
    data[at * 4 + 2] = (seed >> 3) & 255;
  }
  return Buffer.from(encode({ data, width, height }, 80).data);
}

/** Puts an EXIF block (TIFF 6.0, little endian) behind the first marker of a JPEG. */
export function withExif(jpeg: Buffer, facts: CameraFacts): Buffer {
  const tiff = tiffOf(facts);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

type Entry = readonly [tag: number, type: number, count: number, value: Buffer];

/** The block itself, as a PNG carries it too. */
export function tiffOf({ taken, latitude, longitude, orientation }: CameraFacts): Buffer {
  const exif: Entry[] = taken === undefined ? [] : [[0x9003, 2, taken.length + 1, Buffer.from(`${taken}\0`)]];
  const gps: Entry[] =
    latitude === undefined || longitude === undefined
      ? []
      : [
          [1, 2, 2, Buffer.from(latitude < 0 ? 'S\0' : 'N\0')],
          [2, 5, 3, degrees(Math.abs(latitude))],
          [3, 2, 2, Buffer.from(longitude < 0 ? 'W\0' : 'E\0')],
          [4, 5, 3, degrees(Math.abs(longitude))],
        ];
  const size = (entries: readonly Entry[]) =>
    6 +
    entries.length * 12 +
    entries.reduce((sum, [, , , value]) => sum + (value.length > 4 ? value.length : 0), 0);
  const pointers = (exif.length > 0 ? 1 : 0) + (gps.length > 0 ? 1 : 0) + (orientation === undefined ? 0 : 1);
  const exifAt = 8 + 6 + pointers * 12;
  const gpsAt = exifAt + (exif.length > 0 ? size(exif) : 0);
  const main: Entry[] = [
    ...(orientation === undefined ? [] : [[0x0112, 3, 1, Buffer.from([orientation, 0, 0, 0])] as const]),
    ...(exif.length > 0 ? [[0x8769, 4, 1, long(exifAt)] as const] : []),
    ...(gps.length > 0 ? [[0x8825, 4, 1, long(gpsAt)] as const] : []),
  ];
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]),
    directory(main, 8),
    ...(exif.length > 0 ? [directory(exif, exifAt)] : []),
    ...(gps.length > 0 ? [directory(gps, gpsAt)] : []),
  ]);
}

function directory(entries: readonly Entry[], at: number): Buffer {
  const count = Buffer.alloc(2);
  count.writeUInt16LE(entries.length);
  let dataAt = at + 6 + entries.length * 12;
  const rows: Buffer[] = [];
  const data: Buffer[] = [];
  for (const [tag, type, n, value] of entries) {
    const row = Buffer.alloc(12);
    row.writeUInt16LE(tag, 0);
    row.writeUInt16LE(type, 2);
    row.writeUInt32LE(n, 4);
    if (value.length <= 4) value.copy(row, 8);
    else {
      row.writeUInt32LE(dataAt, 8);
      dataAt += value.length;
      data.push(value);
    }
    rows.push(row);
  }
  return Buffer.concat([count, ...rows, Buffer.alloc(4), ...data]);
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Degrees as three fractions: degrees, minutes, seconds. */
function degrees(value: number): Buffer {
  const bytes = Buffer.alloc(24);
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 1000);
  for (const [at, part] of [whole, 1, minutes, 1, seconds, 1000].entries()) bytes.writeUInt32LE(part, at * 4);
  return bytes;
}
