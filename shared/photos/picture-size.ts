import { jpegSegments } from './jpeg-segments';

/** Width and height in pixels as they are stored, before any turn, from the head of a JPEG, PNG, GIF or BMP; null for anything else or a damaged head. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) return null;
  if (view.getUint32(0) === 0x89504e47) return sized(view.getUint32(16), view.getUint32(20));
  if (view.getUint32(0) === 0x47494638) return sized(view.getUint16(6, true), view.getUint16(8, true));
  if (view.getUint16(0) === 0x424d) return sized(view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
}

/** The start of frame: SOF0 to SOF15 without DHT, JPG and DAC. */
function jpegSize(view: DataView): { readonly width: number; readonly height: number } | null {
  for (const { marker, at, end } of jpegSegments(view)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return end - at < 5 ? null : sized(view.getUint16(at + 3), view.getUint16(at + 1));
  }
  return null;
}

function sized(width: number, height: number) {
  return width > 0 && height > 0 ? { width, height } : null;
}
