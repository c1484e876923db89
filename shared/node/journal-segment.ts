import { crc32 } from 'node:zlib';
import { type Frame, findFrame } from './journal-frame';

const magic = Buffer.from('XUNJIJ01', 'latin1');

/** File header: magic (8), generation (36, ASCII), first sequence (8), CRC-32 of these (4). */
export const headerBytes = 56;

export interface SegmentHeader {
  readonly generation: string;
  readonly first: number;
}

/** What a segment's bytes hold. `end` is where the next frame may be written; damage behind it is a torn append. */
export interface SegmentScan {
  readonly frames: readonly Frame[];
  readonly end: number;
  /** Bytes between sound frames that are not a frame: something else than a torn append damaged them. */
  readonly damagedBytes: number;
}

export function encodeHeader({ generation, first }: SegmentHeader): Uint8Array {
  const header = Buffer.alloc(headerBytes);
  magic.copy(header, 0);
  header.write(generation, 8, 36, 'latin1');
  header.writeBigUInt64BE(BigInt(first), 44);
  header.writeUInt32BE(crc32(header.subarray(0, 52)), 52);
  return header;
}

export function decodeHeader(bytes: Buffer): SegmentHeader | null {
  if (bytes.length < headerBytes || !bytes.subarray(0, 8).equals(magic)) return null;
  if (crc32(bytes.subarray(0, 52)) !== bytes.readUInt32BE(52)) return null;
  const generation = bytes.toString('latin1', 8, 44).replace(/\0+$/, '');
  return { generation, first: Number(bytes.readBigUInt64BE(44)) };
}

export function scanSegment(bytes: Buffer): SegmentScan {
  const frames: Frame[] = [];
  let end = headerBytes;
  let damagedBytes = 0;
  for (let found = findFrame(bytes, end); found; found = findFrame(bytes, end)) {
    // What a failed append left behind may look sound, but its numbers go back.
    if (found.frame.sequence <= (frames.at(-1)?.sequence ?? 0)) break;
    damagedBytes += found.start - end;
    frames.push(found.frame);
    end = found.frame.end;
  }
  return { frames, end, damagedBytes };
}
