import type { OutgoingRecord } from '../../data/outgoing/read-outgoing';
import type { PlaceNames } from '../../data/outgoing/use-places';

export type OutgoingState = 'local' | 'sending' | 'refused' | 'held' | 'files';

export type OutgoingEntry =
  | { readonly kind: 'refused' | 'held'; readonly n: number }
  | { readonly kind: 'tour'; readonly tour: string; readonly n: number }
  | { readonly kind: 'stop'; readonly tour: string; readonly stop: string; readonly n: number }
  | { readonly kind: 'record'; readonly record: OutgoingRecord; readonly state: OutgoingState };

/** How far a record has come: one that was refused waits for a person, whatever else of it waits; one that is held was only carried here. */
export function stateOf(record: OutgoingRecord, underWay: ReadonlySet<string>): OutgoingState {
  if (record.refused) return record.isHeld ? 'held' : 'refused';
  if (record.changes === 0) return 'files';
  return underWay.has(record.record) ? 'sending' : 'local';
}

/**
 * The lines of the list: first what was refused, since it needs a person, and what this laptop carries and may not pass on; then tour by tour and, in the order of the teams,
 * stop by stop, each time what was done last first.
 */
export function groupOutgoing(
  records: readonly OutgoingRecord[],
  underWay: ReadonlySet<string>,
  names: PlaceNames,
): readonly OutgoingEntry[] {
  const sorted = [...records].sort((one, other) => other.newest - one.newest);
  const lines = (some: readonly OutgoingRecord[]) =>
    some.map((record) => ({ kind: 'record' as const, record, state: stateOf(record, underWay) }));
  const waitingFor = (isHeld: boolean) =>
    sorted.filter((record) => record.refused !== null && record.isHeld === isHeld);
  const [refused, held] = [waitingFor(false), waitingFor(true)];
  const teamOrder = (stop: string) => {
    const team = names.stops.get(stop)?.team ?? '';
    // What belongs to no stop stands before the teams, what belongs to no team behind them.
    return stop === '' ? -1 : (names.teams.get(team)?.order ?? Number.MAX_SAFE_INTEGER);
  };
  const tours = groupsOf(
    sorted.filter((record) => !record.refused),
    ({ tour }) => tour,
  );
  return [
    ...(refused.length > 0 ? [{ kind: 'refused' as const, n: refused.length }, ...lines(refused)] : []),
    ...(held.length > 0 ? [{ kind: 'held' as const, n: held.length }, ...lines(held)] : []),
    ...[...tours].flatMap(([tour, ofTour]): readonly OutgoingEntry[] => [
      { kind: 'tour', tour, n: ofTour.length },
      ...[...groupsOf(ofTour, ({ stop }) => stop)]
        .sort(([one], [other]) => teamOrder(one) - teamOrder(other))
        .flatMap(([stop, ofStop]): readonly OutgoingEntry[] => [
          // The register has no stops: a line that says so would say nothing.
          ...(tour === '' ? [] : [{ kind: 'stop' as const, tour, stop, n: ofStop.length }]),
          ...lines(ofStop),
        ]),
    ]),
  ];
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
