import type { TransferSettings, TransferState } from '../../shared/protocol/transfers';
import { createBandwidth } from './bandwidth';

/** The speed that is shown is that of the last seconds. */
const windowMillis = 5000;

const largestPiece = 1 << 18;

/** One file on its way. */
export interface Transfer {
  /** Waits until the limit lets so many more bytes pass; false when the person has paused: then the line is to be cut. */
  pass(bytes: number): Promise<boolean>;
  /** As much as is to be read at once: what a limit lets pass in a second, so that something is seen to move. */
  pieceBytes(): number;
  /** So much of the file is there already. */
  startAt(done: number): void;
  sizeIs(size: number): void;
  /** How long no byte has passed. */
  silentMillis(): number;
  end(): void;
}

export interface Transfers {
  isPaused(): boolean;
  begin(sha256: string, direction: TransferState['direction'], size: number): Transfer;
  list(): TransferState[];
}

/** All files that are on their way: one limit for all, and what people are shown of each. */
export function openTransfers(
  settings: () => TransferSettings,
  clock: () => number,
  wait: (millis: number) => Promise<void>,
): Transfers {
  const bandwidth = createBandwidth(() => settings().limitKilobytes * 1000, clock, wait);
  const running = new Set<Running>();
  return {
    isPaused: () => settings().paused,
    begin(sha256, direction, size) {
      const one: Running = { sha256, direction, size, done: 0, passed: [], movedAt: clock() };
      running.add(one);
      return {
        async pass(bytes) {
          await bandwidth.pass(bytes);
          if (settings().paused) return false;
          one.done += bytes;
          one.movedAt = clock();
          one.passed.push({ at: one.movedAt, bytes });
          forgetOld(one, one.movedAt);
          return true;
        },
        pieceBytes() {
          const limit = settings().limitKilobytes * 1000;
          return limit > 0 ? Math.min(limit, largestPiece) : largestPiece;
        },
        startAt(done) {
          one.done = done;
          one.movedAt = clock();
        },
        sizeIs: (bytes) => (one.size = bytes),
        silentMillis: () => clock() - one.movedAt,
        end: () => running.delete(one),
      };
    },
    list: () =>
      [...running].map((one) => {
        forgetOld(one, clock());
        const { sha256, direction, size, done } = one;
        return { sha256, direction, size, done: Math.min(done, size), bytesPerSecond: speedOf(one, clock()) };
      }),
  };
}

interface Running {
  readonly sha256: string;
  readonly direction: TransferState['direction'];
  size: number;
  done: number;
  readonly passed: { readonly at: number; readonly bytes: number }[];
  movedAt: number;
}

function forgetOld({ passed }: Running, now: number): void {
  while (passed[0] && passed[0].at < now - windowMillis) passed.shift();
}

/** Over what was seen, at least a second: the first piece of a file says nothing about its speed. */
function speedOf({ passed }: Running, now: number): number {
  const bytes = passed.reduce((sum, piece) => sum + piece.bytes, 0);
  return Math.round((bytes / Math.max(1000, now - (passed[0]?.at ?? now))) * 1000);
}
