import { placesRecord } from '../../shared/access/may-change';
import { teamsOfView } from '../../shared/access/view-of';
import type { Change } from '../../shared/changes/change';
import { merge } from '../../shared/changes/merge';
import type { RecordState } from '../../shared/changes/record-state';
import { shownText } from '../../shared/changes/shown-text';
import { wholeView } from '../../shared/protocol/sync';
import type { Laptop } from './laptop';
import { changesOf } from './memory-server';
import type { Node } from './node';
import type { TeamWorld } from './settle-teams';
import type { TeamLog } from './team-log';
import { stateHash } from './trace';

const everything = { after: 0, head: Number.MAX_SAFE_INTEGER };

/**
 * What must hold when everybody has met: each laptop holds what it may see and nothing else but what a hub or a stick shared with it, the
 * server whatever was typed. Empty when it does.
 */
export function findViewFaults(world: TeamWorld): readonly string[] {
  const { laptops, central, teamLog, shared } = world;
  const { disk } = central;
  const known = new Map(
    [...disk.log.values()].flat().map(({ change }): [string, Change] => [change.id, change]),
  );
  const numbers = [...disk.log].flatMap(([scope, changes]) => {
    const handed = teamLog.handed.filter((row) => row.scope === scope);
    const all = [...changes, ...handed].map(({ number }) => number).sort((a, b) => a - b);
    return all.every((number, place) => number === place + 1) ? [] : [`numbers of ${scope}`];
  });
  const isForgotten = forgottenIn(world);
  const lost = laptops.flatMap(({ saved }) =>
    saved.filter((change) => !known.has(change.id) && !isMove(change) && !isForgotten(change.id)),
  );
  return [
    ...lost.map(({ id }) => `lost: ${id}`),
    ...numbers,
    ...laptops.flatMap((laptop, place) =>
      faultsOf(laptop, central, teamLog, shared.get(laptop.device) ?? new Set()).map(
        (fault) => `laptop ${place + 1}: ${fault}`,
      ),
    ),
  ];
}

/** The server had it, lost it with an older backup, and meanwhile it was taken off all laptops that had it: as it was asked for. */
function forgottenIn({ laptops, central, hub }: TeamWorld): (id: string) => boolean {
  const disks = laptops.map(({ memory }) => memory.disk);
  const gone = new Set(disks.flatMap((disk) => [...disk.gone]));
  const kept = new Set([
    ...disks.flatMap((disk) => disk.journal.map(({ change }) => change.id)),
    ...(hub ? changesOf(hub.disk).map(({ id }) => id) : []),
  ]);
  return (id) => gone.has(id) && central.memory.ever.has(id) && !kept.has(id);
}

function faultsOf(
  laptop: Laptop,
  central: Node,
  teamLog: TeamLog,
  shared: ReadonlySet<string>,
): readonly string[] {
  const { device } = laptop;
  const { disk } = laptop.memory;
  const { disk: server } = central;
  const visible = new Set<string>();
  const heads: Record<string, number> = {};
  for (const [scope, log] of server.log) {
    const view = teamLog.viewOf(device, scope);
    // What was put away is at the server, and was here.
    if (view === null || disk.progress.away.includes(scope)) continue;
    heads[scope] = server.heads.get(scope) ?? 0;
    for (const { change } of teamLog.show({ scope, view, ...everything }, log, null)) visible.add(change.id);
  }
  const held = [...disk.history.values()];
  const { away } = disk.progress;
  const byPlaces = away.length > 0 ? [] : faultsByPlaces(laptop, central, teamLog, shared);
  const isAway = ({ id, scope }: Change) => away.includes(scope) && !disk.refused.has(id);
  const inJournal = disk.journal.map(({ change }) => change);
  const records = new Map<string, RecordState>();
  for (const change of held) records.set(change.record, merge(records.get(change.record), change));
  // What somebody typed himself stays with him until the tour goes.
  const isStrange = ({ id, device: author }: Change) =>
    !visible.has(id) && author !== device && !shared.has(id);
  return [
    ...byPlaces,
    ...[...visible].filter((id) => !disk.history.has(id)).map((id) => `lacks ${id}`),
    ...held.filter(isStrange).map(({ id }) => `sees what is not its own: ${id}`),
    ...[...held, ...inJournal].filter(isAway).map(({ id }) => `holds what was put away: ${id}`),
    ...inJournal.filter(isStrange).map(({ id }) => `its journal keeps what is not its own: ${id}`),
    ...inJournal.filter(({ id }) => !disk.history.has(id)).map(({ id }) => `its journal keeps ${id}`),
    ...(stateHash(disk.records, () => true) === stateHash(records, () => true) ? [] : ['its records differ']),
    ...[...disk.refused.values()]
      .filter(({ change }) => !isMove(change))
      .map(({ change }) => `refused: ${change.id}`),
    ...(disk.outbox.size > 0 ? ['something is unsent'] : []),
    ...(disk.progress.lost.length > 0 ? ['something lost is still there'] : []),
    ...(same(disk.progress.cursors, heads) ? [] : ['cursors']),
  ];
}

/** Without tags and what was handed: who sees a record now has all of it, and who never saw it has nothing but his own and what was shared with him. */
function faultsByPlaces(
  {
    device,
    memory: {
      disk: { history },
    },
  }: Laptop,
  central: Node,
  teamLog: TeamLog,
  shared: ReadonlySet<string>,
): readonly string[] {
  const log = (central.disk.log.get('t1') ?? []).map(({ change }) => change);
  const view = teamLog.viewOf(device, 't1');
  const mine = view === null || view === wholeView ? null : new Set(teamsOfView(view));
  if (!mine) return [];
  const states = new Map<string, RecordState>();
  for (const change of log) states.set(change.record, merge(states.get(change.record), change));
  const now = (record: string, name: string) => {
    const state = states.get(record);
    return state && shownText(state, name);
  };
  const ever = (record: string, name: string) =>
    [...central.memory.ever.values()].flatMap((change) => {
      const value = change.record === record ? change.fields[name]?.value : undefined;
      return typeof value === 'string' ? [value] : [];
    });
  return log.flatMap(({ id, kind, record, device: author }) => {
    const isFrame = kind === 'meeting';
    const stop = now(record, 'stop') ?? '';
    const place =
      isFrame || (kind !== 'stop' && stop === '') ? '' : now(kind === 'stop' ? record : stop, 'team');
    const stops = kind === 'stop' ? [record] : ever(record, 'stop');
    const wasMine = stops.some((one) => one === '' || ever(one, 'team').some((team) => mine.has(team)));
    const has = history.has(id);
    if (!has && place !== undefined && mine.has(place)) return [`lacks what is its own now: ${id}`];
    return has && author !== device && !shared.has(id) && !isFrame && !wasMine
      ? [`has what was never its own: ${id}`]
      : [];
  });
}

/** Words are taken from everybody who ever saw the tour; where a record belongs only who sees it decides. */
function isMove(change: Change): boolean {
  return placesRecord(change) && Object.keys(change.fields).length === 1;
}

function same(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  const sorted = (entries: Readonly<Record<string, number>>) =>
    JSON.stringify(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}
