import type { Change } from '../changes/change';
import { readChanges } from '../changes/read-changes';
import { type Outcome, succeed } from '../outcome';
import type { ExchangeReply } from '../protocol/sync';
import type { LaptopStore, SyncProgress } from './laptop-store';
import { lostScopes } from './lost-scopes';

/**
 * Takes in what the server answered to `sent`: newer changes into journal and records, those that a newer Xunji made aside
 * until this one is updated, settled ones out of the outbox, refused ones aside, the cursors kept; one transaction, so that a
 * crash leaves the old cursors and the same question. Gives the scopes that this laptop has lost.
 */
export async function takeReply(
  store: LaptopStore,
  progress: SyncProgress,
  sent: readonly Change[],
  reply: ExchangeReply,
  now: string,
): Promise<Outcome<readonly string[]>> {
  const { read, unread } = readChanges(reply.newer);
  const written = read.length > 0 ? await store.append('remote', read) : null;
  if (written?.ok === false) return written;
  const bySent = new Map(sent.map((change) => [change.id, change]));
  const refused = reply.refused.flatMap(({ change: id, problem }) => {
    const change = bySent.get(id);
    return change ? [{ change, problem }] : [];
  });
  const { epoch, cursors, views } = reply;
  const lost = lostScopes(progress, views);
  await store.commit({
    merge: { remote: read },
    place: written ? { from: written.value - read.length, sequence: written.value } : undefined,
    unread,
    done: [...reply.settled, ...refused.map(({ change }) => change.id)].filter((id) => bySent.has(id)),
    settled: reply.settled,
    refused,
    progress: { epoch, cursors, views, lost, lastContact: now },
  });
  return succeed(lost);
}
