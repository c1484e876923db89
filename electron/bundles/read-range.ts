import type { FileSystem } from '../../shared/node/file-system';

export type FileHandle = Awaited<ReturnType<FileSystem['open']>>;

const pieceBytes = 1 << 20;

/**
 * The bytes of an open file from `from` on, `length` of them or up to its end. One buffer serves all of them: a piece is to be
 * used before the next one is asked for.
 */
export async function* readRange(
  handle: FileHandle,
  from: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(pieceBytes, Math.max(length, 1)));
  let at = from;
  while (at < from + length) {
    const wanted = Math.min(buffer.length, from + length - at);
    const { bytesRead } = await handle.read(buffer, 0, wanted, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** All of a short range at once; shorter where the file ends before. */
export async function readShort(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readRange(handle, from, length)) pieces.push(Uint8Array.from(piece));
  return Buffer.concat(pieces);
}
