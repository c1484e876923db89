import type { AnyChange, Change } from '../changes/change';
import { changeText } from '../changes/change-text';
import { checkChange } from '../changes/check-change';
import { readChanges } from '../changes/read-changes';
import { type Problem, problem } from '../problems';
import {
  type Cursors,
  type ExchangeReply,
  type ExchangeRequest,
  changeBytes,
  exchangeLimit,
} from '../protocol/sync';
import { readNewer } from './read-newer';
import { type NumberedChange, type ServerStore, type ServerTransaction, changeKey } from './server-store';

/** A server gives nothing that is not a change of its version. */
export type ServerReply = Omit<ExchangeReply, 'newer'> & { readonly newer: Change[] };

interface Refused {
  readonly change: string;
  readonly problem: Problem;
}

/** What came of changes that were handed in, by their ids. */
export interface Taken {
  readonly settled: string[];
  readonly refused: Refused[];
}

/** Likewise, and which numbers those got that are new: of each scope that before the first of them, and that of the last. */
interface Numbered extends Taken {
  readonly from: Cursors;
  readonly to: Cursors;
}

/**
 * The exchange, one transaction: take what is new, number it under the lock of its scope, give what is newer than the cursors.
 * Sending the same request again has no further effect. When it resolves, what it settles is durable.
 */
export async function acceptRequest(
  store: ServerStore,
  request: ExchangeRequest,
  limit = exchangeLimit,
): Promise<ServerReply> {
  const isFollower = request.epoch === store.epoch;
  // What was typed upon what this server has lost comes after it, once the laptop has begun anew: else a record would stand where nobody put it.
  const take = taking(isFollower || request.epoch === null ? request.changes : []);
  // Before the first contact, too: what it handed in just before is what the log must have.
  if (request.after)
    return takeBehind(store, take, isFollower || request.epoch === null ? request.after : null);
  const { cursors, views } = isFollower ? request : { cursors: {}, views: {} };
  return store.transact(async (transaction) => {
    const { settled, refused } = await take(transaction);
    const newer = await readNewer(transaction, cursors, views, settled, limit, awayIn(request));
    return {
      protocol: 2,
      epoch: store.epoch,
      settled,
      refused,
      newer: [...newer.changes],
      cursors: newer.cursors,
      views: newer.views,
      more: newer.more,
    };
  });
}

/** Takes what is handed in while what comes before it is still under way, where that has arrived by then; else nothing of it. */
async function takeBehind(
  store: ServerStore,
  take: ReturnType<typeof taking>,
  after: ExchangeRequest['after'] | null,
): Promise<ServerReply> {
  const nothing: Numbered = { settled: [], refused: [], from: {}, to: {} };
  const before = Object.entries(after ?? {}).flatMap(([scope, ids]) => ids.map((id) => ({ scope, id })));
  const { settled, refused, from, to } =
    after === null
      ? nothing
      : await store
          .transact((transaction) => take(transaction, before))
          .catch((error: unknown) => {
            if (error instanceof OutOfTurn) return nothing;
            throw error;
          });
  const { epoch } = store;
  return { protocol: 2, epoch, settled, refused, newer: [], cursors: to, views: {}, more: true, from };
}

/** What comes before has not arrived: nobody may see what stands upon it, nor may it be judged. */
class OutOfTurn extends Error {}

/**
 * Looks changes over, and gives what takes those that are new into the log: to be done again, it has no further effect. Rejects with
 * OutOfTurn where the log lacks one of `before`: their scopes are locked, so that a request that is bringing them is waited for.
 */
export function taking(
  changes: readonly AnyChange[],
): (transaction: ServerTransaction, before?: readonly Pick<Change, 'scope' | 'id'>[]) => Promise<Numbered> {
  const sorted = sortOut(changes);
  return async (transaction, before = []) => {
    const last = await transaction.lockScopes([
      ...new Set([...sorted.taken, ...before].map((change) => change.scope)),
    ]);
    if (before.length > 0 && !(await transaction.hasAll(before))) throw new OutOfTurn();
    const seen = await transaction.findSeen(sorted.taken);
    const fresh = sorted.taken.filter((change) => !seen.has(changeKey(change)));
    const refused = new Map([
      ...(await transaction.findForbidden(fresh)),
      ...refuseOthers(sorted.taken, seen),
    ]);
    const numbered = numberChanges(
      fresh.filter((change) => !refused.has(change.id)),
      last,
    );
    if (numbered.length > 0) await transaction.append(numbered);
    if (refused.size > 0)
      await transaction.noteRefused(sorted.taken.filter((change) => refused.has(change.id)));
    return {
      settled: sorted.taken.filter((change) => !refused.has(change.id)).map((change) => change.id),
      refused: [...sorted.refused, ...[...refused].map(([change, why]) => ({ change, problem: why }))],
      from: Object.fromEntries(numbered.toReversed().map(({ number, change }) => [change.scope, number - 1])),
      to: Object.fromEntries(numbered.map(({ number, change }) => [change.scope, number])),
    };
  };
}

/** A laptop that has something of a tour, from a stick or a hub, is given the rest of it. */
function awayIn({ away = [], changes }: ExchangeRequest): ReadonlySet<string> {
  const scopes = new Set(changes.map((change) => change['scope']));
  return new Set(away.filter((scope) => !scopes.has(scope)));
}

/** A change is sent again as it was: another one under its id is a forgery or a fault, and would hide in what is settled. */
function refuseOthers(
  changes: readonly Change[],
  seen: ReadonlyMap<string, 'same' | 'other'>,
): readonly (readonly [string, Problem])[] {
  return changes
    .filter((change) => seen.get(changeKey(change)) === 'other')
    .map(({ id }) => [id, problem('change.idTaken')] as const);
}

/** What may be taken, each change once, and what never will be, with the reason. */
function sortOut(changes: readonly AnyChange[]): {
  readonly taken: readonly Change[];
  readonly refused: readonly Refused[];
} {
  const taken = new Map<string, Change>();
  const { read, unread } = readChanges(changes);
  const refused: Refused[] = unread.map(({ id }) => ({ change: id, problem: problem('change.unknown') }));
  for (const change of read) {
    const faults = checkChange(change);
    // Laptops could not take it in, and nothing that is behind it would reach them.
    if (changeText(change).length > changeBytes)
      refused.push({ change: change.id, problem: problem('change.tooLarge', { limit: changeBytes >> 20 }) });
    else if (faults.length > 0)
      refused.push({ change: change.id, problem: problem('change.invalid', { fields: faults.join(', ') }) });
    else if (!taken.has(changeKey(change))) taken.set(changeKey(change), change);
  }
  return { taken: [...taken.values()], refused };
}

function numberChanges(
  changes: readonly Change[],
  last: ReadonlyMap<string, number>,
): readonly NumberedChange[] {
  const numbers = new Map(last);
  return changes.map((change) => {
    const number = (numbers.get(change.scope) ?? 0) + 1;
    numbers.set(change.scope, number);
    return { number, change };
  });
}
