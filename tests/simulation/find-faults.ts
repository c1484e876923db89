import type { Change } from '../../shared/changes/change';
import type { RecordState } from '../../shared/changes/record-state';
import type { Laptop } from './laptop';
import { changesOf, recordsOf } from './memory-server';
import type { Node } from './node';
import { stateHash } from './trace';

export interface Found {
  readonly faults: readonly string[];
  readonly lost: number;
}

/** What a server refuses stays with who made it. */
export const isShared = (record: string) => !record.startsWith('bad-');

/** What must hold when everybody has met. Empty when it does. */
export function findFaults(
  laptops: readonly Laptop[],
  central: Node,
  hub: Node | null,
  brokenAcks: readonly string[],
): Found {
  const log = changesOf(central.disk);
  const known = new Map(log.map((change) => [change.id, change]));
  const typed = laptops.flatMap(({ saved, memory }) => [
    ...saved,
    ...memory.disk.journal.map((entry) => entry.change),
  ]);
  const { ever } = central.memory;
  const kept = new Set(laptops.flatMap(({ memory }) => memory.disk.journal.map(({ change }) => change.id)));
  const gone = new Set(laptops.flatMap(({ memory }) => [...memory.disk.gone]));
  /** The server had it, lost it with an older backup, and meanwhile it was taken off all laptops that had it: as it was asked for. */
  const isForgotten = (id: string) => gone.has(id) && ever.has(id) && !kept.has(id);
  const lost = new Set(
    typed
      .filter(({ id, record }) => isShared(record) && !known.has(id) && !isForgotten(id))
      .map((change) => change.id),
  );
  const expected = stateHash(recordsOf(central.disk), isShared);
  const faults = [
    ...[...lost].map((id) => `lost: ${id}`),
    ...brokenAcks.map((id) => `acknowledged and gone, or not handed on: ${id}`),
    ...(known.size < log.length ? ['a change is in the log twice'] : []),
    ...[...gone].filter((id) => !ever.has(id)).map((id) => `taken off before the server had it: ${id}`),
    ...numberFaults(central),
    ...headFaults(log, recordsOf(central.disk)),
    ...(hub && stateHash(recordsOf(hub.disk), isShared) !== expected ? ['the hub differs'] : []),
    ...laptops.flatMap((laptop, place) =>
      laptopFaults(laptop, central, expected, known, isForgotten).map(
        (fault) => `laptop ${place + 1}: ${fault}`,
      ),
    ),
  ];
  return { faults, lost: lost.size };
}

function laptopFaults(
  { memory: { disk }, saved }: Laptop,
  central: Node,
  expected: string,
  known: ReadonlyMap<string, Change>,
  isForgotten: (id: string) => boolean,
): readonly string[] {
  const { progress, outbox, refused, history } = disk;
  const heads = Object.fromEntries(central.disk.heads);
  const missing = [...known.keys()].filter((id) => !history.has(id));
  return [
    ...(stateHash(disk.records, isShared) === expected ? [] : ['its records differ']),
    ...(outbox.size > 0 ? ['something is unsent'] : []),
    ...[...refused.values()]
      .filter(({ change }) => isShared(change.record))
      .map(({ change }) => `refused: ${change.id}`),
    ...missing.map((id) => `its history lacks ${id}`),
    ...saved
      .filter(({ id }) => !history.has(id) && !isForgotten(id))
      .map(({ id }) => `its history lacks what it saved: ${id}`),
    ...(progress.epoch === central.disk.epoch ? [] : ['another epoch']),
    ...(JSON.stringify(sorted(progress.cursors)) === JSON.stringify(sorted(heads)) ? [] : ['cursors']),
    ...(progress.sequence === disk.sequence ? [] : ['its database is behind its journal']),
  ];
}

function numberFaults({ disk }: Node): readonly string[] {
  return [...disk.log].flatMap(([scope, changes]) =>
    changes.every(({ number }, place) => number === place + 1) ? [] : [`numbers of ${scope}`],
  );
}

/** Without the merge rule: what nobody replaced stands, and nothing else. */
function headFaults(log: readonly Change[], records: ReadonlyMap<string, RecordState>): readonly string[] {
  const replaced = new Set<string>();
  for (const { record, fields } of log)
    for (const [name, edit] of Object.entries(fields))
      for (const id of edit.replaces) replaced.add(`${record} ${name} ${id}`);
  return log.flatMap(({ id, record, fields }) =>
    Object.keys(fields).flatMap((name) => {
      const stands = records.get(record)?.fields[name]?.heads.some((head) => head.change === id) ?? false;
      return stands === replaced.has(`${record} ${name} ${id}`) ? [`heads of ${record} ${name}: ${id}`] : [];
    }),
  );
}

function sorted<T>(entries: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1));
}
