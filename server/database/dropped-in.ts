import { type IntakeEntry, isKeptRows } from './intake-entry';

/** The tours that an entry of the intake journal drops. That the rest of one has gone as well is noted in a later row, which drops nothing. */
export function droppedIn(entry: IntakeEntry): readonly string[] {
  if (!isKeptRows(entry) || entry.table !== 'dropped') return [];
  return (entry.put ?? []).filter(({ pending }) => pending === true).map(({ tour }) => String(tour));
}
