/** Thrown where what was encrypted is not what a bundle holds. It was signed by a known laptop: a bug of its program, or a planted one. */
export class EntryFailure extends Error {}

/** Reads a stream by lines and by counted bytes. */
export interface ByteReader {
  /** The bytes up to the next line feed, without it. Throws an EntryFailure where it is longer than `limit` or never comes. */
  line(limit: number): Promise<string>;
  /** At most `most` of the next bytes, and at least one; empty at the end. */
  some(most: number): Promise<Uint8Array>;
}

export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);

  async function more(): Promise<boolean> {
    while (held.length === 0) {
      const next = await iterator.next();
      if (next.done) return false;
      held = next.value;
    }
    return true;
  }

  async function some(most: number): Promise<Uint8Array> {
    if (!(await more())) return held;
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    return taken;
  }

  return {
    some,
    async line(limit) {
      const pieces: Uint8Array[] = [];
      let length = 0;
      while (await more()) {
        const end = held.indexOf(10);
        const piece = await some(end < 0 ? held.length : end + 1);
        length += piece.length;
        if (length > limit) break;
        if (end >= 0) {
          pieces.push(piece.subarray(0, -1));
          return Buffer.concat(pieces).toString('utf8');
        }
        // The buffer behind it may be filled anew before the line is whole.
        pieces.push(Uint8Array.from(piece));
      }
      throw new EntryFailure('a line without an end');
    },
  };
}
