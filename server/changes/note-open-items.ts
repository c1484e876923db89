import type { RecordState } from '../../shared/changes/record-state';
import { officeScope } from '../../shared/records/record-schemas';
import { listedItem, listedKinds, siteOfStop } from '../../shared/sync/list-open-items';
import type { Query } from '../database/database';
import { putItems, putVisits, removeItems, removeVisits } from '../database/open-item-queries';

/** A record as it is now. */
interface Touched {
  readonly state: RecordState;
  /** The team that it belongs to. */
  readonly team: string;
  /** It was there before: a row may tell of it. */
  readonly isKnown: boolean;
}

/** Keeps the lists of what is open at which site level with these records, whose scopes are locked: a few statements, however many. */
export async function noteOpenItems(query: Query, touched: readonly Touched[]): Promise<void> {
  const ofTours = touched.filter(({ state }) => state.scope !== officeScope);
  await noteVisits(
    query,
    ofTours.filter(({ state }) => state.kind === 'stop'),
  );
  await noteItems(
    query,
    ofTours.filter(({ state }) => listedKinds.has(state.kind)),
  );
}

async function noteVisits(query: Query, stops: readonly Touched[]): Promise<void> {
  const visits = stops.map(({ state, team, isKnown }) => {
    return { scope: state.scope, id: state.id, site: siteOfStop(state), team, isKnown };
  });
  await putVisits(
    query,
    visits.filter(({ site }) => site !== ''),
  );
  await removeVisits(
    query,
    visits.filter(({ site, isKnown }) => site === '' && isKnown),
  );
}

async function noteItems(query: Query, records: readonly Touched[]): Promise<void> {
  const items = records.map(({ state, isKnown }) => {
    return { scope: state.scope, id: state.id, isKnown, listed: listedItem(state) };
  });
  await putItems(
    query,
    items.flatMap(({ scope, id, isKnown, listed }) => (listed ? [{ scope, id, isKnown, ...listed }] : [])),
  );
  await removeItems(
    query,
    items.filter(({ listed, isKnown }) => listed === null && isKnown),
  );
}
