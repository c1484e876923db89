import type { Readable } from 'node:stream';

/** The bytes of a file, ending early where it is not there, is cut, was changed or cannot be read: its hash then tells. */
export async function* asFarAsItReads(read: () => Promise<Readable>): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of await read()) yield bytes as Uint8Array;
  } catch {
    // Told by the hash.
  }
}
