import { exchangeLimit } from '../../shared/protocol/sync';

/** A batch that no slow line loses in the time that main waits for an answer. */
const fewest = 20;

/** How many changes the next exchange takes. */
export interface BatchSize {
  most(): number;
  /** Whether an exchange of that many came back. */
  note(hasCome: boolean): void;
}

/**
 * Twice as many after each exchange that came back, for a long day's work is sent in a few; a quarter after each that did not, for
 * on a line that breaks every few seconds only a small one arrives.
 */
export function createBatchSize(): BatchSize {
  let most = 500;
  return {
    most: () => most,
    note(hasCome) {
      most = hasCome ? Math.min(exchangeLimit, most * 2) : Math.max(fewest, Math.floor(most / 4));
    },
  };
}
