import { placesRecord } from '../../shared/access/may-change';
import { teamsOfView } from '../../shared/access/view-of';
import type { Change } from '../../shared/changes/change';
import { merge } from '../../shared/changes/merge';
import { wholeView } from '../../shared/protocol/sync';
import { officeScope } from '../../shared/records/record-schemas';
import {
  type Handed,
  type PlacedState,
  placeKey,
  placeRecords,
  unplaced,
} from '../../shared/sync/place-records';
import { type NumberedChange, type Stretch, changeKey } from '../../shared/sync/server-store';

/** What was handed, with its number. */
export type HandedRow = Handed & { readonly number: number };

/** What a transaction would add. */
export interface PlacedBatch {
  readonly changes: readonly Change[];
  readonly records: ReadonlyMap<string, PlacedState>;
  readonly teams: ReadonlyMap<string, string>;
  readonly handed: readonly HandedRow[];
}

/** What a safeguard that was taken out would leave. */
export interface TeamFaults {
  /** What moves to a team is not handed to it. */
  readonly noHandOver?: boolean;
  /** A team is given what is another's. */
  readonly noViews?: boolean;
  /** Of what is handed at once, the last is lost. */
  readonly losesHanded?: boolean;
  /** A backup has nothing of what was handed. */
  readonly backsUpNoHanded?: boolean;
}

/** What a log of teams amounts to at a moment. */
export interface TeamBackup {
  readonly records: ReadonlyMap<string, PlacedState>;
  readonly teams: ReadonlyMap<string, string>;
  readonly handed: readonly HandedRow[];
  readonly makerOf: ReadonlyMap<string, string>;
}

/** Who sees what of a server's log, in memory; what is committed outlives a crash with it. */
export interface TeamLog {
  readonly teams: ReadonlyMap<string, string>;
  readonly handed: readonly HandedRow[];
  viewOf(device: string, scope: string): string | null;
  /** From now on; what somebody typed for what he saw before he may still hand in. */
  setView(device: string, view: string | null): void;
  findHidden(device: string, changes: readonly Change[]): readonly Change[];
  place(changes: readonly NumberedChange[]): PlacedBatch;
  commit(batch: PlacedBatch): void;
  backup(): TeamBackup;
  /** Puts an older state in place; who sees what by now stays. */
  restore(backup: TeamBackup): void;
  /** Of a stretch, what its view shows, in the order of the numbers. */
  show(
    stretch: Stretch,
    log: readonly NumberedChange[],
    batch: PlacedBatch | null,
  ): readonly NumberedChange[];
}

export function makeTeamLog(faults: TeamFaults = {}): TeamLog {
  const records = new Map<string, PlacedState>();
  const teams = new Map<string, string>();
  const handed: HandedRow[] = [];
  const views = new Map<string, string | null>();
  /** By record, the device whose change of it came first. */
  const makerOf = new Map<string, string>();

  function handOver(
    asked: readonly Handed[],
    own: ReadonlyMap<string, string>,
    changes: readonly NumberedChange[],
  ): readonly HandedRow[] {
    const last = new Map(changes.map(({ number, change }) => [change.scope, number]));
    const rows: HandedRow[] = [];
    for (const one of asked) {
      const key = changeKey(one);
      const team = own.get(key) ?? teams.get(key);
      const isThere = [...handed, ...rows].some(
        (row) => row.id === one.id && (row.team === '' || row.team === one.team),
      );
      if (team === undefined || team === '' || team === one.team || isThere) continue;
      const number = (last.get(one.scope) ?? 0) + 1;
      last.set(one.scope, number);
      rows.push({ ...one, number });
    }
    return faults.losesHanded ? rows.slice(0, -1) : rows;
  }

  return {
    teams,
    handed,
    viewOf: (device, scope) => (scope === officeScope ? wholeView : (views.get(device) ?? null)),
    setView: (device, view) => void views.set(device, view),
    findHidden(device, changes) {
      const view = views.get(device) ?? null;
      if (view === wholeView) return [];
      const seen = new Set([unplaced, ...(view === null ? [] : teamsOfView(view))]);
      return changes.filter((change) => {
        const key = placeKey(change.scope, change.record);
        const record = records.get(key);
        if (record === undefined || change.scope === officeScope || !placesRecord(change)) return false;
        const shownTo = handed.filter((row) => row.record === change.record).map(({ team }) => team);
        const isShown = [record.team, ...shownTo].some((team) => seen.has(team));
        return !isShown && makerOf.get(key) !== device;
      });
    },
    place(changes) {
      const scopes = new Set(changes.map(({ change }) => change.scope));
      const before = new Map([...records].filter(([, { state }]) => scopes.has(state.scope)));
      const after = new Map([...before].map(([key, { state }]) => [key, state]));
      for (const { change } of changes) {
        const key = placeKey(change.scope, change.record);
        after.set(key, merge(after.get(key), change));
      }
      const placed = placeRecords(
        before,
        after,
        new Map(),
        changes.map(({ change }) => change),
      );
      const teamOf = (key: string) => placed.places.get(key)?.team ?? unplaced;
      const own = new Map(
        changes.map(({ change }) => [changeKey(change), teamOf(placeKey(change.scope, change.record))]),
      );
      return {
        changes: changes.map(({ change }) => change),
        records: new Map([...after].map(([key, state]) => [key, { state, team: teamOf(key) }])),
        teams: own,
        handed: faults.noHandOver ? [] : handOver(placed.handed, own, changes),
      };
    },
    commit(batch) {
      for (const [key, record] of batch.records) records.set(key, record);
      for (const [key, team] of batch.teams) teams.set(key, team);
      for (const { scope, record, device } of batch.changes) {
        const key = placeKey(scope, record);
        if (!makerOf.has(key)) makerOf.set(key, device);
      }
      handed.push(...batch.handed);
    },
    backup: () => ({
      records: new Map(records),
      teams: new Map(teams),
      handed: faults.backsUpNoHanded ? [] : [...handed],
      makerOf: new Map(makerOf),
    }),
    restore(backup) {
      refill(records, backup.records);
      refill(teams, backup.teams);
      refill(makerOf, backup.makerOf);
      handed.splice(0, handed.length, ...backup.handed);
    },
    show({ scope, view, after, head }, log, batch) {
      const isIn = ({ number }: { readonly number: number }) => number > after && number <= head;
      if (view === wholeView || faults.noViews) return log.filter(isIn);
      const shown = new Set(teamsOfView(view));
      const isOwn = ({ change }: NumberedChange) => {
        const key = changeKey(change);
        return shown.has(batch?.teams.get(key) ?? teams.get(key) ?? unplaced);
      };
      const rows = [...handed, ...(batch?.handed ?? [])].filter(
        (row) => row.scope === scope && shown.has(row.team) && isIn(row),
      );
      const given = rows.flatMap(({ id, number }) =>
        log.filter((one) => one.change.id === id && !isOwn(one)).map(({ change }) => ({ number, change })),
      );
      return [...log.filter((one) => isIn(one) && isOwn(one)), ...given].sort((a, b) => a.number - b.number);
    },
  };
}

function refill<K, V>(map: Map<K, V>, entries: ReadonlyMap<K, V>): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}
