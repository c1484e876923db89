import { exchangeLimit, pageBytes } from '../protocol/sync';

/** What a line of 20 kbit/s that breaks now and then still carries whole. */
const fewest = 20;

/** Of each change of a batch, so many bytes of others' come back. */
const bytesPerChange = pageBytes / exchangeLimit;

/** An exchange that takes longer loses too much when the line breaks. */
const longMillis = 30_000;

/** On a line that takes longer for one, two at once would only make each of them slower. */
const quickMillis = 3000;

/** How much the next exchange takes, in both directions. */
export interface BatchSize {
  /** Changes that are sent. */
  most(): number;
  /** Bytes of changes that are wanted back. */
  page(): number;
  /** The last one came back soon: the next may be on its way before it is answered. */
  isQuick(): boolean;
  /** Whether an exchange of that many came back, and how long it took. */
  note(hasCome: boolean, millis: number): void;
}

/**
 * Twice as many after each exchange that came back, for a long day's work is sent in a few; an eighth after each that did not, for
 * on a line that breaks every few seconds only a small one arrives; half after one that took long.
 */
export function createBatchSize(): BatchSize {
  let most = 1000;
  // Until the first answer tells: a laptop that has much to hand in mostly comes home to a cable.
  let isQuick = true;
  return {
    most: () => most,
    page: () => Math.floor(most * bytesPerChange),
    isQuick: () => isQuick,
    note(hasCome, millis) {
      isQuick = hasCome && millis < quickMillis;
      if (!hasCome) most = Math.max(fewest, Math.floor(most / 8));
      else if (millis > longMillis) most = Math.max(fewest, Math.floor(most / 2));
      else most = Math.min(exchangeLimit, most * 2);
    },
  };
}
