import type { AnyChange, Change } from '../changes/change';
import { readChanges } from '../changes/read-changes';
import type { ExchangeReply } from '../protocol/sync';

/** A server's answer whose changes were read where it came in, once: what this Xunji understands, and what a newer one made. */
export type ReadReply = Omit<ExchangeReply, 'newer'> & {
  readonly newer: Change[];
  readonly unread: AnyChange[];
};

export function readReply({ newer, ...reply }: ExchangeReply): ReadReply {
  const { read, unread } = readChanges(newer);
  return { ...reply, newer: [...read], unread: [...unread] };
}
