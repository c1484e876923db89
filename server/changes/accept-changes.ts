import type { AnyChange, Change } from '../../shared/changes/change';
import { readChanges } from '../../shared/changes/read-changes';
import { checkChange } from '../../shared/changes/check-change';
import { problem } from '../../shared/problems';
import { type ExchangeReply, type ExchangeRequest, exchangeLimit } from '../../shared/protocol/sync';
import { findSeen } from '../database/change-queries';
import type { Database } from '../database/database';
import { lockScopes } from '../database/scope-queries';
import type { NumberedChange } from './numbered-change';
import { readNewer } from './read-newer';
import { storeChanges } from './store-changes';

/**
 * The exchange, one transaction: take what is new, number it under the lock of its scope, give what is newer than the cursors.
 * Sending the same request again has no further effect. When it resolves, what it settles is durable.
 */
export async function acceptChanges(
  database: Database,
  request: ExchangeRequest,
  limit = exchangeLimit,
): Promise<Omit<ExchangeReply, 'newer'> & { readonly newer: Change[] }> {
  const { taken, refused } = sortOut(request.changes);
  const cursors = request.epoch === database.epoch ? request.cursors : {};
  return database.transact(async ({ query, keep }) => {
    const last = await lockScopes(query, [...new Set(taken.map((change) => change.scope))]);
    const seen = await findSeen(query, taken);
    const numbered = numberChanges(
      taken.filter((change) => !seen.has(keyOf(change))),
      last,
    );
    await storeChanges(query, numbered);
    const newer = await readNewer(
      query,
      cursors,
      taken.map((change) => change.id),
      limit,
    );
    keep(numbered);
    return {
      protocol: 1,
      epoch: database.epoch,
      settled: taken.map((change) => change.id),
      refused,
      newer: [...newer.changes],
      cursors: newer.cursors,
      more: newer.more,
    };
  });
}

/** What may be taken, each change once, and what never will be, with the reason. */
function sortOut(changes: readonly AnyChange[]) {
  const taken = new Map<string, Change>();
  const { read, unread } = readChanges(changes);
  const refused = unread.map(({ id }) => ({ change: id, problem: problem('change.unknown') }));
  for (const change of read) {
    const faults = checkChange(change);
    if (faults.length > 0)
      refused.push({ change: change.id, problem: problem('change.invalid', { fields: faults.join(', ') }) });
    else if (!taken.has(keyOf(change))) taken.set(keyOf(change), change);
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

function keyOf(change: Change): string {
  return `${change.scope} ${change.id}`;
}
