import { jpegSegments } from '../../shared/photos/jpeg-segments';

/** What has to be done to the pixels as they are stored to see the picture upright: mirrored first, then turned clockwise. */
export interface PictureTurn {
  readonly mirrored: 'horizontally' | 'vertically' | null;
  readonly degrees: 0 | 90 | 180 | 270;
}

const upright: PictureTurn = { mirrored: null, degrees: 0 };

/** The values 1 to 8 of the EXIF tag, in their order. */
const turns: readonly PictureTurn[] = [
  upright,
  { mirrored: 'horizontally', degrees: 0 },
  { mirrored: null, degrees: 180 },
  { mirrored: 'vertically', degrees: 0 },
  { mirrored: 'horizontally', degrees: 270 },
  { mirrored: null, degrees: 90 },
  { mirrored: 'horizontally', degrees: 90 },
  { mirrored: null, degrees: 270 },
];

/** How a camera says that it was held; upright for what is not a JPEG, says nothing, or is damaged. */
export function pictureTurn(bytes: Uint8Array): PictureTurn {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return upright;
  for (const { marker, at, end } of jpegSegments(view)) {
    if (marker !== 0xe1 || !isExif(view, at, end)) continue;
    const start = at + 6;
    return (
      turns[orientation(new DataView(bytes.buffer, bytes.byteOffset + start, end - start)) - 1] ?? upright
    );
  }
  return upright;
}

/** "Exif" and two zeros; behind it at least the head of a TIFF. */
function isExif(view: DataView, at: number, end: number): boolean {
  return end - at >= 6 + 8 && view.getUint32(at) === 0x45786966 && view.getUint16(at + 4) === 0;
}

/** The tag in the first directory of a TIFF. Every number in the file is somebody else's: none is read behind its end. */
function orientation(tiff: DataView): number {
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const isLittle = order === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (tiff.getUint16(2, isLittle) !== 42 || directory + 2 > tiff.byteLength) return 1;
  const room = Math.floor((tiff.byteLength - directory - 2) / 12);
  const count = Math.min(tiff.getUint16(directory, isLittle), room);
  for (let at = directory + 2; at < directory + 2 + count * 12; at += 12) {
    const isShort = tiff.getUint16(at + 2, isLittle) === 3 && tiff.getUint32(at + 4, isLittle) === 1;
    if (tiff.getUint16(at, isLittle) === 0x0112) return isShort ? tiff.getUint16(at + 8, isLittle) : 1;
  }
  return 1;
}
