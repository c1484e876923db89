import { type BundleEntry, bundleEntrySchema, lineLimit } from '../../shared/bundles/bundle-entry';
import { EntryFailure, byteReader } from './byte-reader';

export interface EntryHandlers {
  /** Every entry, in order; false stops the reading. */
  entry(entry: BundleEntry): Promise<boolean>;
  /** The bytes that follow a file entry, piece by piece. */
  bytes(piece: Uint8Array): Promise<void>;
}

/** Walks the decrypted content of a part. Resolves true when its end entry was the last thing in it, false where it was stopped; throws an EntryFailure otherwise. */
export async function readEntries(
  plain: AsyncIterable<Uint8Array>,
  { entry: handle, bytes }: EntryHandlers,
): Promise<boolean> {
  const reader = byteReader(plain);
  let isFirst = true;
  for (;;) {
    const entry = readEntry(await reader.line(lineLimit));
    if (isFirst !== (entry.entry === 'manifest')) throw new EntryFailure('a manifest stands first, and once');
    isFirst = false;
    if (!(await handle(entry))) return false;
    if (entry.entry === 'file') {
      for (let left = entry.length; left > 0;) {
        const piece = await reader.some(left);
        if (piece.length === 0) throw new EntryFailure('a file without an end');
        left -= piece.length;
        await bytes(piece);
      }
    }
    if (entry.entry === 'end') break;
  }
  // To the end of the stream: only there is it known that the last chunk was the last.
  if ((await reader.some(1)).length > 0) throw new EntryFailure('something behind the end');
  return true;
}

function readEntry(line: string): BundleEntry {
  try {
    return bundleEntrySchema.parse(JSON.parse(line));
  } catch (error) {
    throw new EntryFailure(String(error).slice(0, 300));
  }
}
