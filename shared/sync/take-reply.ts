import { type Outcome, succeed } from '../outcome';
import type { AnyChange, Change } from '../changes/change';
import type { Cursors, Views } from '../protocol/sync';
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
  const { epoch, views } = reply;
  const going = goingAway(progress, views);
  const { read, unread, cursors } = withoutGoing(reply, going);
  const away = stillAway(progress.away, { views, cursors });
  const lost = lostScopes({ ...progress, away }, views);
  const taken = progress.taken.filter((scope) => !(scope in views));
  const withheld = withheldScopes({ lost, taken, away });
  await noteViews(store, progress, { epoch, views, newer: read, unread }, lost);
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
 * What a person has put away and is on its way out: late words of it, from this laptop's own hub or a stick, were handed on, for which the server gave
 * the rest of it. Nobody asked for that.
 */
function goingAway({ away, lost }: SyncProgress, views: Views): ReadonlySet<string> {
  return new Set(away.filter((scope) => lost.includes(scope) && Object.hasOwn(views, scope)));
}

function withoutGoing(
  { newer, unread, cursors }: ReadReply,
  going: ReadonlySet<string>,
): { readonly read: readonly Change[]; readonly unread: readonly AnyChange[]; readonly cursors: Cursors } {
  if (going.size === 0) return { read: newer, unread, cursors };
  return {
    read: newer.filter(({ scope }) => !going.has(scope)),
    unread: unread.filter(({ scope }) => !going.has(String(scope))),
    cursors: Object.fromEntries(Object.entries(cursors).filter(([scope]) => !going.has(scope))),
  };
}

/**
 * Before the journal has what a new view shows, it is known that it was shown: a crash in between would else leave changes of which
 * nobody knows that they may have to go, or, at the first contact, which database had them (schedule 884048). What was read with
 * another view is asked for anew.
 */
async function noteViews(
  store: LaptopStore,
  { cursors, views }: SyncProgress,
  {
    epoch,
    newer,
    unread,
    views: now,
  }: Pick<ReadReply, 'epoch' | 'views'> & {
    readonly newer: readonly Change[];
    readonly unread: readonly AnyChange[];
  },
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
