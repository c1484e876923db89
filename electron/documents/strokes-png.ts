import { crc32, deflateSync } from 'node:zlib';

const [width, height] = [1000, 320];
/** Half the thickness of the pen. */
const half = 3;
/** Far more ink than a signature has; what a hostile file draws beyond it would only hold up the program. */
const mostPoints = 200_000;

/** A drawn signature as a PNG of grey dots on white, 1000 × 320, with smooth edges. */
export function strokesPng(strokes: readonly (readonly number[])[]): Uint8Array {
  const ink = new Uint8Array(width * height);
  let left = mostPoints;
  for (const stroke of strokes) {
    for (let at = 0; at + 1 < stroke.length && left > 0; at += 2) {
      const [x0 = 0, y0 = 0, x1 = x0, y1 = y0] = stroke.slice(at, at + 4);
      const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0)));
      for (let step = 0; step <= steps && left > 0; step += 1, left -= 1)
        dot(ink, x0 + ((x1 - x0) * step) / steps, y0 + ((y1 - y0) * step) / steps);
    }
  }
  return png(ink);
}

/** Where dots overlap the darkest stays, so that the edge of a line is as smooth as that of one dot. */
function dot(ink: Uint8Array, x: number, y: number): void {
  const reach = half + 1;
  for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(height - 1, y + reach); row += 1)
    for (
      let column = Math.max(0, Math.ceil(x - reach));
      column <= Math.min(width - 1, x + reach);
      column += 1
    ) {
      const cover = Math.min(1, Math.max(0, half + 0.5 - Math.hypot(column - x, row - y)));
      const at = row * width + column;
      ink[at] = Math.max(ink[at] ?? 0, Math.round(cover * 255));
    }
}

/** Eight bits of grey, no interlace; every row begins with filter 0. */
function png(ink: Uint8Array): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      rows[row * (width + 1) + column + 1] = 255 - (ink[row * width + column] ?? 0);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
