import { type Outcome, succeed } from '../outcome';
import type { LaptopStore, SyncProgress, Unsent } from './laptop-store';
import { lostScopes, withheldScopes } from './lost-scopes';
import type { ReadReply } from './read-reply';
import { stillAway } from './still-away';

/**
 * Takes in what the server answered to `sent`: newer changes into journal and records, those that a newer Xunji made aside
 * until this one is updated, settled ones out of the outbox, refused ones aside, the cursors kept; one transaction, so that a
 * crash leaves the old cursors and the same question. Gives the scopes that this laptop has lost.
 */
export async function takeReply(
  store: LaptopStore,
  progress: SyncProgress,
  sent: readonly Unsent[],
  reply: ReadReply,
  now: string,
): Promise<Outcome<readonly string[]>> {
  const { newer: read, unread, epoch, cursors, views } = reply;
  const away = stillAway(progress.away, reply);
  const lost = lostScopes({ ...progress, away }, views);
  const taken = progress.taken.filter((scope) => !(scope in views));
  const withheld = withheldScopes({ lost, taken, away });
  await noteViews(store, progress, reply, lost);
  const written = read.length > 0 ? await store.append('remote', read) : null;
  if (written?.ok === false) return written;
  const bySent = new Map(sent.map((change) => [change.id, change]));
  const refused = reply.refused.flatMap(({ change: id, problem }) => {
    const change = bySent.get(id);
    return change ? [{ change: change.body(), problem }] : [];
  });
  await store.commit({
    merge: { remote: read },
    place: written ? { from: written.value - read.length, sequence: written.value } : undefined,
    unread,
    done: [...reply.settled, ...refused.map(({ change }) => change.id)].filter((id) => bySent.has(id)),
    // What was refused here, or held, and reached the server by another road, is refused no more.
    settled: [...reply.settled, ...read.map(({ id }) => id)],
    refused,
    progress: {
      epoch,
      cursors,
      views,
      lost,
      taken,
      lastContact: now,
      ...(away.length < progress.away.length && { away }),
    },
    // A hub's changes of what was given back were passed over meanwhile.
    again: [...withheldScopes(progress)].filter((scope) => !withheld.has(scope)),
  });
  return succeed(lost);
}

/**
 * Before the journal has what a new view shows, it is known that it was shown: a crash in between would else leave changes of which
 * nobody knows that they may have to go, or, at the first contact, which database had them (schedule 884048). What was read with
 * another view is asked for anew.
 */
async function noteViews(
  store: LaptopStore,
  { cursors, views }: SyncProgress,
  { epoch, newer, unread, views: now }: ReadReply,
  lost: readonly string[],
): Promise<void> {
  const scopes = new Set(
    [...newer, ...unread].flatMap(({ scope }) => (typeof scope === 'string' ? [scope] : [])),
  );
  const shown = Object.entries(now).filter(([scope, view]) => scopes.has(scope) && views[scope] !== view);
  if (shown.length === 0) return;
  const isKept = ([scope]: readonly [string, unknown]) => !shown.some(([name]) => name === scope);
  await store.commit({
    progress: {
      epoch,
      views: { ...views, ...Object.fromEntries(shown) },
      cursors: Object.fromEntries(Object.entries(cursors).filter(isKept)),
      lost,
    },
  });
}
