import type { JournalEntry } from '../protocol/bridge';
import type { LaptopStep } from './laptop-store';
import { sequencesOf } from './sequences-of';

/**
 * What the database makes of the journal's entries. What is withheld stands in the records and among what was refused, and waits to be
 * sent to nobody. What is told again was withheld and is so no more.
 */
export function stepOfEntries(
  entries: readonly JournalEntry[],
): Pick<LaptopStep, 'merge' | 'discarded' | 'sequences' | 'settled' | 'refused'> {
  const of = (origin: JournalEntry['origin']) =>
    entries.filter((entry) => entry.origin === origin && !entry.withheld).map(({ change }) => change);
  const held = entries.flatMap(({ change, withheld: problem }) =>
    problem ? [{ change, problem, isWithheld: true }] : [],
  );
  const discarded = of('discarded');
  const gone = new Set(discarded.map(({ id }) => id));
  return {
    merge: { local: of('local'), remote: [...of('remote'), ...held.map(({ change }) => change)] },
    discarded,
    settled: entries.flatMap(({ again, change }) => (again ? change.id : [])),
    refused: held.filter(({ change }) => !gone.has(change.id)),
    sequences: sequencesOf(entries),
  };
}
