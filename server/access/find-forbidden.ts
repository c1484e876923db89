import { placesRecord } from '../../shared/access/may-change';
import { type Reach, teamsOfView, viewOf } from '../../shared/access/view-of';
import type { Change } from '../../shared/changes/change';
import { type Problem, problem } from '../../shared/problems';
import { wholeView } from '../../shared/protocol/sync';
import { officeScope } from '../../shared/records/record-schemas';
import { idsOf, placeKey, unplaced } from '../../shared/sync/place-records';
import { readBegun } from '../database/change-queries';
import type { Query } from '../database/database';
import { readFormer } from '../database/grant-queries';
import { readShown } from '../database/handed-queries';
import { findTold, readKinds, readStates } from '../database/record-queries';
import { readScopesOf } from '../database/scope-queries';
import { together } from '../database/together';
import type { Asking } from './asking';
import { reachOf } from './read-access';

/** Which of these changes the caller may not make, by their ids. Their scopes are locked, so that only one can begin a tour. */
export async function findForbidden(
  query: Query,
  asking: Asking,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Problem>> {
  const { caller, rules } = asking;
  if (changes.length === 0) return new Map();
  const nothing = { isNew: false, isShown: true, former: [] };
  if (caller.role === 'administrator')
    return refusals(changes.filter((change) => !rules.mayChange(caller, [], change, nothing)));
  const [reach, former, heads, homes] = await together(
    reachOf(query, caller),
    readFormer(query, caller.account, caller.person),
    readScopesOf(query, [...new Set(changes.map(({ scope }) => scope))]),
    readHomes(query, changes),
  );
  const hidden = await findHidden(query, asking, reach, changes);
  const elsewhere = await findElsewhere(query, [...reach, ...former], homes, changes);
  const forbidden = refusals(
    changes.filter((change) => {
      const isNew = (heads.get(change.scope) ?? 0) === 0;
      const isShown = !hidden.has(placeKey(change.scope, change.record));
      return !rules.mayChange(caller, reach, change, { isNew, isShown, former }) || !isAtHome(homes, change);
    }),
  );
  return new Map([...elsewhere, ...forbidden]);
}

/**
 * Changes that would begin a record in a second tour: laptops that read both tours would see one of them only. Looked for among records
 * that are new in theirs: in the tours that the caller reaches or reached, within what is handed in at once, and, of the kinds of which
 * the list of open items tells ids, in all tours. Who was shown which of them is not asked: that changes, and he still knows the id.
 */
async function findElsewhere(
  query: Query,
  reach: readonly Reach[],
  homes: ReadonlyMap<string, string>,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Problem>> {
  const fresh = changes.filter(({ scope, record }) => !homes.has(placeKey(scope, record)));
  const tours = [...new Set(reach.map(({ tour }) => tour))];
  const records = [...new Set(fresh.map(({ record }) => record))];
  const asked = tours.flatMap((tour) => {
    // A laptop that writes into its one tour asks for nothing more of it.
    const own = fresh.every(({ scope }) => scope === tour);
    return own ? [] : records.map((record) => ({ scope: tour, id: record }));
  });
  const [rows, told] = await together(readKinds(query, asked), findTold(query, records));
  const home = new Map([...told, ...rows].map(({ scope, id }) => [id, scope]));
  return new Map(
    fresh.flatMap(({ id, scope, record }): [string, Problem][] => {
      const known = home.get(record) ?? scope;
      home.set(record, known);
      return known === scope ? [] : [[id, problem('change.elsewhere')]];
    }),
  );
}

function refusals(changes: readonly Change[]): ReadonlyMap<string, Problem> {
  return new Map(changes.map((change) => [change.id, problem('change.forbidden')]));
}

/** Of the records that would be placed anew, those that no team of the caller was shown and his laptop has no part in. */
async function findHidden(
  query: Query,
  { caller }: Asking,
  reach: readonly Reach[],
  changes: readonly Change[],
): Promise<ReadonlySet<string>> {
  const asked = changes.filter((change) => {
    const isPart = change.scope !== officeScope && viewOf(caller, reach, change.scope) !== wholeView;
    return isPart && placesRecord(change);
  });
  if (asked.length === 0) return new Set();
  const rows = await readShown(
    query,
    asked.map(({ scope }) => scope),
    asked.map(({ record }) => record),
  );
  const hidden = rows.filter(({ scope, teams }) => {
    const view = viewOf(caller, reach, scope);
    const seen = new Set([unplaced, ...(view === null ? [] : teamsOfView(view))]);
    return !teams.some((team) => seen.has(team));
  });
  const own = await findOwn(query, caller.device, hidden);
  return new Set(hidden.map(({ scope, id }) => placeKey(scope, id)).filter((key) => !own.has(key)));
}

/**
 * Who made something for another team may say that it was the wrong one, although he sees it no more. Made it has whose change of it is
 * the first in the log: to write in it is not enough, since people write for other teams as well.
 */
async function findOwn(
  query: Query,
  device: string,
  records: readonly { readonly scope: string; readonly id: string }[],
): Promise<ReadonlySet<string>> {
  if (records.length === 0 || device === '') return new Set();
  const states = await readStates(query, records);
  const parts = states.flatMap(({ state }) =>
    idsOf(state).map((id) => ({ scope: state.scope, id, record: state.id })),
  );
  const begun = await readBegun(query, device, parts);
  return new Set(
    begun
      .filter(({ record, body }) => body.record === record)
      .map(({ record, body }) => placeKey(body.scope, record)),
  );
}

/** The kinds of the records that the changes name, in their own scope and in the register, by `scope record`. */
async function readHomes(query: Query, changes: readonly Change[]): Promise<Map<string, string>> {
  const own = changes.map(({ scope, record }) => ({ scope, id: record }));
  const inRegister = changes.map(({ record }) => ({ scope: officeScope, id: record }));
  const [here, there] = await together(readKinds(query, own), readKinds(query, inRegister));
  const rows = [...here, ...there];
  return new Map(rows.map(({ scope, id, kind }) => [placeKey(scope, id), kind]));
}

/** An id has one kind, and one of the register is nobody's tour: else whoever knows an id could take its record away from all. */
function isAtHome(homes: Map<string, string>, { scope, record, kind }: Change): boolean {
  const key = placeKey(scope, record);
  const own = homes.get(key) ?? kind;
  homes.set(key, own);
  return own === kind && (scope === officeScope || !homes.has(placeKey(officeScope, record)));
}
