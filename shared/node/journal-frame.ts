import { crc32 } from 'node:zlib';

/**
 * One entry on disk: mark (4), length of the payload (4), CRC-32 of all that follows (4), sequence (8), payload; big-endian.
 * The mark lets a reader find the next entry behind damaged bytes.
 */
const mark = 0x58_4a_45_31;
const headBytes = 20;

/** Larger than any batch a bridge call can carry; a length above it is damage, not a reason to allocate. */
export const maxPayloadBytes = 64 << 20;

export interface Frame {
  readonly sequence: number;
  readonly payload: Uint8Array;
  /** Offset of the first byte behind this frame. */
  readonly end: number;
}

export function encodeFrame(sequence: number, payload: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(headBytes + payload.byteLength);
  frame.writeUInt32BE(mark, 0);
  frame.writeUInt32BE(payload.byteLength, 4);
  frame.writeBigUInt64BE(BigInt(sequence), 12);
  frame.set(payload, headBytes);
  frame.writeUInt32BE(crc32(frame.subarray(12)), 8);
  return frame;
}

/** The frame that starts at `offset`, or null when the bytes there are not a whole and sound frame. */
export function decodeFrame(bytes: Buffer, offset: number): Frame | null {
  if (offset + headBytes > bytes.length || bytes.readUInt32BE(offset) !== mark) return null;
  const length = bytes.readUInt32BE(offset + 4);
  const end = offset + headBytes + length;
  if (length > maxPayloadBytes || end > bytes.length) return null;
  if (crc32(bytes.subarray(offset + 12, end)) !== bytes.readUInt32BE(offset + 8)) return null;
  const sequence = Number(bytes.readBigUInt64BE(offset + 12));
  return { sequence, payload: bytes.subarray(offset + headBytes, end), end };
}

/** The first sound frame at or behind `offset`; null when there is none. */
export function findFrame(
  bytes: Buffer,
  offset: number,
): { readonly start: number; readonly frame: Frame } | null {
  const pattern = Buffer.alloc(4);
  pattern.writeUInt32BE(mark);
  for (let start = bytes.indexOf(pattern, offset); start >= 0; start = bytes.indexOf(pattern, start + 1)) {
    const frame = decodeFrame(bytes, start);
    if (frame) return { start, frame };
  }
  return null;
}
