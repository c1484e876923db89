import type { Change } from '../changes/change';
import { type Outcome, succeed } from '../outcome';
import type { Cursors, Views } from '../protocol/sync';
import type { Question, Road } from './exchange-once';
import type { HubProgress, LaptopStore, SyncProgress } from './laptop-store';
import { withheldScopes } from './lost-scopes';
import type { ReadReply } from './read-reply';
import { unsentOf } from './unsent-of';

export interface HubExchanged {
  /** Another exchange is worth while. */
  readonly more: boolean;
  /** How many changes were new here. */
  readonly taken: number;
}

interface Offer {
  readonly changes: readonly Change[];
  /** The last entry of the journal that was looked at for it. */
  readonly last: number;
}

/**
 * One exchange with the team's hub, the second road: what the journal has beyond the hub's place in it out, what is newer in. The
 * central server's place is not touched. What comes in may have reached no other server: it waits to be sent like one's own,
 * so that whoever meets the central server first hands it in. A hub takes nothing away, nor does it bring again what the central server
 * took away; what it will not take is not refused: that is for the central server to say. This laptop's own hub (`isOwn`) brings that as
 * well, or nobody would hand on what others gave it: it counts as lost, and goes once it is sent.
 */
export async function exchangeWithHub(
  store: LaptopStore,
  { ask, queue, now }: Road,
  isOwn = false,
): Promise<Outcome<HubExchanged>> {
  const asked = await store.readHub();
  const offer = await readOffer(store, asked);
  if (!offer.ok) return offer;
  const { epoch, views } = asked;
  const progress = await store.readProgress();
  const away = isOwn ? [] : progress.away;
  const cursors = isOwn && !asked.isWhole ? withoutWithheld(asked, progress) : asked.cursors;
  const question: Question = { epoch, cursors, views, changes: offer.value.changes.map(unsentOf), away };
  const answer = await ask(question);
  if (!answer.ok) return answer;
  const reply = answer.value;
  return queue(async (): Promise<Outcome<HubExchanged>> => {
    // The database was made again meanwhile, or follows another hub.
    if (!isSame(await store.readHub(), asked)) return succeed({ more: true, taken: 0 });
    if (reply.epoch !== epoch) {
      // Another hub, or a new one: its own place counts from here on, and the reply was for somebody who knows nothing.
      await store.commit({ hub: { progress: await store.readHub(reply.epoch), given: [], got: [] } });
      return succeed({ more: true, taken: 0 });
    }
    return takeHubReply(store, asked, offer.value, reply, { now: now(), isOwn });
  });
}

/** What was withheld was passed over as long as nobody knew that this hub is this laptop's own. */
function withoutWithheld({ cursors }: HubProgress, progress: SyncProgress): Cursors {
  const withheld = withheldScopes(progress);
  return Object.fromEntries(Object.entries(cursors).filter(([scope]) => !withheld.has(scope)));
}

/** The journal's next page in which something is of a scope that the hub carries. */
async function readOffer(store: LaptopStore, { views, handed }: HubProgress): Promise<Outcome<Offer>> {
  if (Object.keys(views).length === 0) return succeed({ changes: [], last: handed });
  for (let last = handed; ;) {
    const page = await store.readJournal(last);
    if (!page.ok) return page;
    const end = page.value.at(-1)?.sequence;
    if (end === undefined) return succeed({ changes: [], last });
    last = end;
    const changes = new Map(
      page.value.flatMap(({ origin, change, withheld }) =>
        origin !== 'discarded' && !withheld && change.scope in views ? [[change.id, change] as const] : [],
      ),
    );
    if (changes.size > 0) return succeed({ changes: [...changes.values()], last });
  }
}

async function takeHubReply(
  store: LaptopStore,
  asked: HubProgress,
  { changes, last }: Offer,
  reply: ReadReply,
  { now, isOwn }: { readonly now: string; readonly isOwn: boolean },
): Promise<Outcome<HubExchanged>> {
  const { lost, taken, away } = await store.readProgress();
  const withheld = isOwn ? new Set<string>() : withheldScopes({ lost, taken, away });
  const read = reply.newer.filter(({ scope }) => !withheld.has(scope));
  const unread = reply.unread.filter((change) => !withheld.has(String(change['scope'])));
  const known = await store.findKnown(read);
  const fresh = read.filter((change) => !known.has(change.id));
  const written = fresh.length > 0 ? await store.append('local', fresh) : null;
  if (written?.ok === false) return written;
  const { epoch, cursors, views } = reply;
  const isWider = hasMore(views, asked.views);
  const lostAgain = taken.filter(
    (scope) => !lost.includes(scope) && fresh.some((change) => change.scope === scope),
  );
  // What came from the hub need not go back to it; what lies between is handed in with the next exchange, and the rest once more.
  const isNext = written !== null && written.value - fresh.length === last;
  const handed = isWider ? 0 : isNext ? written.value : last;
  const isAll = read.length === reply.newer.length && unread.length === reply.unread.length;
  const isWhole = isOwn || (asked.isWhole && isAll);
  await store.commit({
    merge: { local: fresh },
    place: written ? { from: written.value - fresh.length, sequence: written.value } : undefined,
    unread,
    ...(lostAgain.length > 0 && { progress: { lost: [...lost, ...lostAgain] } }),
    hub: {
      progress: { epoch, cursors, views, handed, lastContact: now, ...(isWhole && { isWhole: true }) },
      given: changes,
      got: read,
    },
  });
  const rest = await store.readJournal(handed);
  const more = reply.more || isWider || (rest.ok && rest.value.length > 0);
  return succeed({ more, taken: fresh.length });
}

/** A scope that the hub did not carry before: the journal's entries of it were passed over. */
function hasMore(views: Views, before: Views): boolean {
  return Object.keys(views).some((scope) => !(scope in before));
}

function isSame(one: HubProgress, other: HubProgress): boolean {
  const told = ({ epoch, cursors, views, handed }: HubProgress) =>
    JSON.stringify([epoch, cursors, views, handed]);
  return told(one) === told(other);
}
