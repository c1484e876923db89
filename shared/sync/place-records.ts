import type { Change } from '../changes/change';
import type { RecordState } from '../changes/record-state';
import { shownText } from '../changes/shown-text';
import { type RecordKind, officeScope } from '../records/record-schemas';

/** Of what stands at a stop that the log has not: nobody but whole readers sees it until the stop is known. No id looks like this. */
export const unplaced = '?';

/** Where a record belongs within its tour: a team, '' for the frame that all teams see; and the stop that says so, '' for none. */
export interface Place {
  readonly team: string;
  readonly stop: string;
}

/** A record as the log had it. */
export interface PlacedState {
  readonly state: RecordState;
  readonly team: string;
}

/** An earlier change, given to readers of a team (or of the frame) who were not shown it before. */
export interface Handed {
  readonly scope: string;
  readonly id: string;
  readonly record: string;
  readonly team: string;
}

export interface Placed {
  /** By `placeKey`, of every record that was looked at. */
  readonly places: ReadonlyMap<string, Place>;
  /** What readers have to be given besides the new changes. */
  readonly handed: readonly Handed[];
}

/** All teams of a tour see these, whoever made them. */
const frameKinds: ReadonlySet<RecordKind> = new Set(['tour', 'team', 'group', 'meeting', 'scoreSheet']);

/** The fields that say to whom a record belongs. */
const placingFields = ['team', 'stop'];

/** A record in its scope. Ids hold no space. */
export function placeKey(scope: string, record: string): string {
  return `${scope} ${record}`;
}

/** The stop that a record belongs to; '' for none, as of a stop itself. */
export function stopOf(state: RecordState): string {
  if (state.scope === officeScope || state.kind === 'stop' || frameKinds.has(state.kind)) return '';
  return shownText(state, 'stop');
}

/**
 * What changes mean for who sees what. `before` and `after` are the records that they touch and those that stand at stops which they
 * touch, before and after them; `teamOfStop` knows the other stops. A record that goes to another team is handed to it whole, and who
 * had it before is told where it went.
 */
export function placeRecords(
  before: ReadonlyMap<string, PlacedState>,
  after: ReadonlyMap<string, RecordState>,
  teamOfStop: ReadonlyMap<string, string>,
  changes: readonly Change[],
): Placed {
  const places = new Map([...after].map(([key, state]) => [key, placeOf(state, after, teamOfStop)]));
  const handed: Handed[] = [];
  const moved = new Map<string, string>();
  for (const [key, { state, team }] of before) {
    const now = places.get(key)?.team ?? team;
    if (now === team) continue;
    moved.set(key, team);
    if (now !== unplaced) handed.push(...idsOf(state).map((id) => handedTo(now, state.scope, state.id, id)));
  }
  for (const { scope, record, id, fields } of changes) {
    const team = moved.get(placeKey(scope, record)) ?? unplaced;
    const tells = placingFields.some((name) => Object.hasOwn(fields, name));
    if (team !== unplaced && tells) handed.push(handedTo(team, scope, record, id));
  }
  return { places, handed };
}

/** Every change that a record is made of. */
export function idsOf({ fields }: RecordState): readonly string[] {
  const states = Object.values(fields);
  return [...new Set(states.flatMap(({ heads, past }) => [...past, ...heads.map(({ change }) => change)]))];
}

function placeOf(
  state: RecordState,
  after: ReadonlyMap<string, RecordState>,
  teamOfStop: ReadonlyMap<string, string>,
): Place {
  if (state.scope === officeScope || frameKinds.has(state.kind)) return { team: '', stop: '' };
  if (state.kind === 'stop') return { team: shownText(state, 'team'), stop: '' };
  const stop = stopOf(state);
  if (stop === '') return { team: '', stop };
  const key = placeKey(state.scope, stop);
  const there = after.get(key);
  const team = there?.kind === 'stop' ? shownText(there, 'team') : teamOfStop.get(key);
  return { team: team ?? unplaced, stop };
}

function handedTo(team: string, scope: string, record: string, id: string): Handed {
  return { scope, id, record, team };
}
