const patienceMillis = 60_000;

/** What the system of this computer may have taken in and not yet put on the line, and the slowest line that it is meant for. */
const heldBytes = 128 << 10;
const slowestBytesPerMilli = 2;

export interface LineWatch {
  /** Aborts when nothing has moved for too long. */
  readonly signal: AbortSignal;
  /** Bytes have left. */
  sent(bytes: number): void;
  /** Bytes have come. */
  came(): void;
  end(): void;
}

/**
 * How long an exchange may take cannot be said: a day's work over 20 kbit/s takes minutes, and all is well while something moves.
 * Silence for a minute is the end of it, longer where much may still be on its way out unseen.
 */
export function watchLine(patience = patienceMillis): LineWatch {
  const ending = new AbortController();
  let held = 0;
  let timer = setTimeout(abort, patience);
  function abort(): void {
    ending.abort(new DOMException('Nothing moves on this line.', 'TimeoutError'));
  }
  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(abort, patience + held / slowestBytesPerMilli);
  }
  return {
    signal: ending.signal,
    sent(bytes) {
      held = Math.min(heldBytes, held + bytes);
      wait();
    },
    came() {
      held = 0;
      wait();
    },
    end: () => clearTimeout(timer),
  };
}
