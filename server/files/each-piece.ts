import type { Readable } from 'node:stream';

/** Beyond this much that waits for the disk the sender has to wait too. */
const waitingLimit = 1 << 20;

/**
 * Hands everything that a stream brings to `take`, in order and as much at once as has come, and tells whether it came to its end. Unlike a pipe, it also hands over what had arrived before the line broke: on a bad network that is most of it.
 */
export async function eachPiece(
  source: Readable,
  take: (pieces: readonly Buffer[]) => Promise<void>,
): Promise<boolean> {
  const waiting: Buffer[] = [];
  let bytes = 0;
  let state: 'open' | 'whole' | 'broken' = 'open';
  let wake = (): void => undefined;
  const close = (next: 'whole' | 'broken') => () => {
    if (state === 'open') state = next;
    wake();
  };
  const onData = (piece: Buffer): void => {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes >= waitingLimit) source.pause();
    wake();
  };
  source.on('data', onData);
  source.once('end', close('whole'));
  source.on('error', close('broken'));
  source.once('close', close('broken'));
  if (source.destroyed) return false;
  try {
    for (;;) {
      if (waiting.length > 0) {
        bytes = 0;
        await take(waiting.splice(0));
        if (source.isPaused()) source.resume();
      } else if (state === 'open') {
        await new Promise<void>((resolve) => (wake = resolve));
      } else return state === 'whole';
    }
  } finally {
    // What nobody takes any more flows away: its sender must come to hear why.
    source.off('data', onData).resume();
  }
}
