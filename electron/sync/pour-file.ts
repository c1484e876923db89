import { open } from 'node:fs/promises';
import type { Transfer } from './transfers';

/** A body whose size is known before it flows. */
export interface PouredBody {
  readonly size: number;
  /** Hands the body over piece by piece; a piece is written over as soon as `put` has resolved. Rejects where it is stopped. */
  pour(put: (piece: Uint8Array) => Promise<void>): Promise<void>;
  stop(): void;
}

/**
 * A part of a file that flows as fast as it may, through two buffers: one is filled while the other is on its way. A stream makes a buffer
 * for each piece, and collecting those took as long as sending them.
 */
export function pourFile(
  path: string,
  start: number,
  end: number,
  transfer: Transfer,
  onPaused: () => void,
): PouredBody {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => (stop = () => reject(new Error('stopped'))));
  stopped.catch(() => undefined);
  return {
    size: end - start,
    stop: () => stop(),
    async pour(put) {
      const handle = await open(path);
      let sending = Promise.resolve();
      try {
        const most = Math.min(transfer.pieceBytes(), end - start);
        const buffers = [Buffer.allocUnsafeSlow(most), Buffer.allocUnsafeSlow(most)] as const;
        for (let at = start, turn: 0 | 1 = 0; at < end; turn = turn === 0 ? 1 : 0) {
          const { bytesRead } = await handle.read(buffers[turn], 0, Math.min(most, end - at), at);
          // Whoever takes nothing any more must not keep the file open.
          await Promise.race([stopped, sending]);
          if (bytesRead === 0) throw new Error('the file has become shorter');
          if (!(await transfer.pass(bytesRead))) {
            onPaused();
            throw new Error('paused');
          }
          sending = put(buffers[turn].subarray(0, bytesRead));
          // Heard of when the next piece has been read.
          sending.catch(() => undefined);
          at += bytesRead;
        }
        await Promise.race([stopped, sending]);
      } finally {
        await handle.close();
      }
    },
  };
}
