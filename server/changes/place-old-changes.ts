import { officeScope } from '../../shared/records/record-schemas';
import { type Handed, placeKey, placeRecords, unplaced } from '../../shared/sync/place-records';
import { handOver } from '../access/hand-over';
import { noteMembers } from '../access/note-access';
import type { Database, Transaction } from '../database/database';
import { readScopeStates, writeStates } from '../database/record-queries';
import { lockScopes, readScopes } from '../database/scope-queries';
import { isPlaced, notePlaced } from '../database/server-queries';

/** So many at once that the intake journal takes them in one frame. */
const handedAtOnce = 20_000;

/**
 * Gives what is older than teams its teams: changes keep their numbers, and are handed to who may read them; the people whom teams
 * name belong to them. Once, and again with the same end where it was cut off.
 */
export async function placeOldChanges(database: Database): Promise<void> {
  const scopes = await database.transact(async ({ query }) =>
    (await isPlaced(query)) ? null : [...(await readScopes(query)).keys()],
  );
  if (scopes === null) return;
  for (const scope of scopes.filter((name) => name !== officeScope)) {
    const handed = await database.transact((transaction) => placeScope(transaction, scope));
    for (let from = 0; from < handed.length; from += handedAtOnce)
      await database.transact(async (transaction) => {
        await lockScopes(transaction.query, [scope]);
        await handOver(transaction, handed.slice(from, from + handedAtOnce));
      });
  }
  await database.transact(({ query }) => notePlaced(query));
}

async function placeScope(transaction: Transaction, scope: string): Promise<readonly Handed[]> {
  const { query } = transaction;
  await lockScopes(query, [scope]);
  const states = (await readScopeStates(query, scope)).map(({ state }) => state);
  const after = new Map(states.map((state) => [placeKey(scope, state.id), state]));
  const before = new Map([...after].map(([key, state]) => [key, { state, team: unplaced }]));
  const { places, handed } = placeRecords(before, after, new Map(), []);
  const place = (id: string) => places.get(placeKey(scope, id)) ?? { team: unplaced, stop: '' };
  await writeStates(
    query,
    states.map((state) => ({ state, place: place(state.id), change: null, isKnown: true })),
  );
  await noteMembers(
    transaction,
    states.map(({ kind, id }) => ({ scope, kind, record: id })),
  );
  return handed;
}
