export interface Bandwidth {
  /** Resolves when so many bytes may pass. Whoever comes later waits longer: all share one limit. */
  pass(bytes: number): Promise<void>;
}

/** The most that one wait lasts, so that a limit that was lifted is noticed. */
const longestWaitMillis = 500;

/** So much time that nobody used is made up for: timers come late, and small pieces would never reach the limit. */
const slackMillis = 20;

/**
 * A limit on bytes per second (0: none) for all that passes together. Bytes pass at once and are paid for afterwards, so that a
 * piece may be larger than what a second allows.
 */
export function createBandwidth(
  bytesPerSecond: () => number,
  clock: () => number,
  wait: (millis: number) => Promise<void>,
): Bandwidth {
  /** When all that passed so far is paid for. */
  let paidAt = 0;
  return {
    async pass(bytes) {
      while (bytesPerSecond() > 0 && paidAt > clock())
        await wait(Math.min(longestWaitMillis, paidAt - clock()));
      const limit = bytesPerSecond();
      if (limit > 0) paidAt = Math.max(paidAt, clock() - slackMillis) + (bytes / limit) * 1000;
    },
  };
}
