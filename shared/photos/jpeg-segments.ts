/** A segment of a JPEG: its marker, where its content begins, and where it ends, never behind the end of the file. */
export interface JpegSegment {
  readonly marker: number;
  readonly at: number;
  readonly end: number;
}

/** The segments between the start of a JPEG and its picture; stops where the file is damaged or the picture begins. */
export function* jpegSegments(view: DataView): Generator<JpegSegment> {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === startOfScan) return;
    const next = at + 2 + Math.max(2, view.getUint16(at + 2));
    yield { marker, at: at + 4, end: Math.min(next, view.byteLength) };
    at = next;
  }
}

const startOfScan = 0xda;
