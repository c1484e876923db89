import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { shownText } from '../../shared/changes/shown-text';
import {
  type Handed,
  type PlacedState,
  type Placed,
  placeKey,
  placeRecords,
  stopOf,
  unplaced,
} from '../../shared/sync/place-records';
import { insertAttachments } from '../database/attachment-queries';
import { insertChanges } from '../database/change-queries';
import type { Query } from '../database/database';
import { readAtStops, readStates, readTeamsOfStops, writeStates } from '../database/record-queries';
import { setLastNumbers } from '../database/scope-queries';
import { together } from '../database/together';
import { attachmentsOf } from './attachments-of';
import { noteOpenItems } from './note-open-items';
import type { PlacedChange } from './numbered-change';

/**
 * Appends numbered changes to the log and merges them into their records: a handful of statements, however many changes.
 * The scopes must be locked (a push), or nobody else be there (a rebuild, whose changes say to which team they belong: what was
 * found then is found again with the records, but the numbers under which it was handed are in the journal).
 */
export async function storeChanges(query: Query, changes: readonly PlacedChange[]): Promise<void> {
  await store(query, changes, () => changes);
}

/** Appends what nobody placed before: gives the changes with their teams, and what is to be handed. */
export async function placeChanges(
  query: Query,
  changes: readonly PlacedChange[],
): Promise<{ readonly changes: readonly PlacedChange[]; readonly handed: readonly Handed[] }> {
  let placed = changes;
  const handed = await store(query, changes, ({ places }) => {
    placed = changes.map((each) => {
      const { scope, record } = each.change;
      return { ...each, team: places.get(placeKey(scope, record))?.team ?? unplaced };
    });
    return placed;
  });
  return { changes: placed, handed };
}

async function store(
  query: Query,
  changes: readonly PlacedChange[],
  inPlace: (placed: Placed) => readonly PlacedChange[],
): Promise<readonly Handed[]> {
  if (changes.length === 0) return [];
  const { before, after, teamOfStop } = await mergeStates(query, changes);
  const placed = placeRecords(
    before,
    after,
    teamOfStop,
    changes.map(({ change }) => change),
  );
  const alone = aloneAmong(changes, before);
  const written = [...after].map(([key, state]) => ({
    state,
    place: placed.places.get(key) ?? nowhere,
    change: alone.get(key) ?? null,
    isKnown: before.has(key),
  }));
  const touched = new Set(changes.map(({ change }) => placeKey(change.scope, change.record)));
  await together(
    insertChanges(query, inPlace(placed)),
    setLastNumbers(query, new Map(changes.map(({ number, change }) => [change.scope, number]))),
    writeStates(query, written),
    noteOpenItems(
      query,
      [...after]
        .filter(([key]) => touched.has(key))
        .map(([key, state]) => ({
          state,
          team: (placed.places.get(key) ?? nowhere).team,
          isKnown: before.has(key),
        })),
    ),
    insertAttachments(query, attachmentsOf(changes)),
  );
  return placed.handed;
}

const nowhere = { team: unplaced, stop: '' };

/** The changes that alone make their record, by its key. */
function aloneAmong(
  changes: readonly PlacedChange[],
  before: ReadonlyMap<string, PlacedState>,
): ReadonlyMap<string, string> {
  const alone = new Map<string, string>();
  const several = new Set<string>(before.keys());
  for (const { change } of changes) {
    const key = placeKey(change.scope, change.record);
    if (several.has(key)) alone.delete(key);
    else alone.set(key, change.id);
    several.add(key);
  }
  return alone;
}

interface Merged {
  readonly before: ReadonlyMap<string, PlacedState>;
  readonly after: ReadonlyMap<string, RecordState>;
  readonly teamOfStop: ReadonlyMap<string, string>;
}

async function mergeStates(query: Query, changes: readonly PlacedChange[]): Promise<Merged> {
  const touched = new Map(changes.map(({ change }) => [placeKey(change.scope, change.record), change]));
  const asked = [...touched.values()];
  const found = await readStates(
    query,
    asked.map(({ scope, record }) => ({ scope, id: record })),
  );
  const before = new Map(found.map((one) => [placeKey(one.state.scope, one.state.id), one]));
  const after = new Map([...before].map(([key, { state }]) => [key, state]));
  for (const { change } of changes) {
    const key = placeKey(change.scope, change.record);
    after.set(key, merge(after.get(key), change));
  }
  const followed = new Map([...before, ...(await readFollowers(query, before, after))]);
  for (const [key, { state }] of followed) if (!after.has(key)) after.set(key, state);
  return { before: followed, after, teamOfStop: await readOtherStops(query, after) };
}

/** The records that go where their stop goes, other than those that are touched themselves. */
async function readFollowers(
  query: Query,
  before: ReadonlyMap<string, PlacedState>,
  after: ReadonlyMap<string, RecordState>,
): Promise<ReadonlyMap<string, PlacedState>> {
  const stops = [...after].filter(([, { kind }]) => kind === 'stop');
  const fresh = stops.filter(([key]) => !before.has(key)).map(([, state]) => state);
  const moved = stops.filter(([key, state]) => {
    const was = before.get(key);
    return was !== undefined && was.team !== shownText(state, 'team');
  });
  const rows = [
    ...(await atStops(query, fresh, 'unplaced')),
    ...(await atStops(
      query,
      moved.map(([, state]) => state),
      'all',
    )),
  ];
  const followers = rows.map((one): [string, PlacedState] => [placeKey(one.state.scope, one.state.id), one]);
  return new Map(followers.filter(([key]) => !after.has(key)));
}

function atStops(
  query: Query,
  stops: readonly RecordState[],
  which: 'all' | 'unplaced',
): Promise<readonly PlacedState[]> {
  return readAtStops(
    query,
    stops.map(({ scope }) => scope),
    stops.map(({ id }) => id),
    which,
  );
}

/** The teams of the stops that records stand at and nobody touched. */
async function readOtherStops(
  query: Query,
  after: ReadonlyMap<string, RecordState>,
): Promise<ReadonlyMap<string, string>> {
  const asked = new Map<string, { readonly scope: string; readonly stop: string }>();
  for (const state of after.values()) {
    const stop = stopOf(state);
    const key = placeKey(state.scope, stop);
    if (stop !== '' && !after.has(key)) asked.set(key, { scope: state.scope, stop });
  }
  const rows = await readTeamsOfStops(
    query,
    [...asked.values()].map(({ scope }) => scope),
    [...asked.values()].map(({ stop }) => stop),
  );
  return new Map(rows.map(({ scope, id, team }) => [placeKey(scope, id), team]));
}
