import { crc32, deflateRawSync } from 'node:zlib';

/** An entry with whatever a liar would write; what is left out is true. */
export interface RawEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly header?: number;
  readonly flags?: number;
}

/** A zip by hand, so that every field of it can lie. APPNOTE.TXT 4.3. */
export function rawZip(entries: readonly RawEntry[], count = entries.length, comment = ''): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(data) : data;
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.flags ?? 0x800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(0x21_0000, 6);
    common.writeUInt32LE(entry.crc ?? crc32(data), 10);
    common.writeUInt32LE(entry.packedSize ?? packed.length, 14);
    common.writeUInt32LE(entry.size ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const head = Buffer.from([0x50, 0x4b, 3, 4]);
    bodies.push(head, common, name, packed);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(entry.header ?? at, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, more, name);
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, list, end, Buffer.from(comment)]);
}
