import type { JournalEntry } from '../protocol/bridge';
import type { LaptopStep } from './laptop-store';
import { sequencesOf } from './sequences-of';

/**
 * What the database makes of the journal's entries. What is withheld stands in the records and among what was refused, and waits to be
 * sent to nobody.
 */
export function stepOfEntries(
  entries: readonly JournalEntry[],
): Pick<LaptopStep, 'merge' | 'discarded' | 'sequences' | 'refused'> {
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
    refused: held.filter(({ change }) => !gone.has(change.id)),
    sequences: sequencesOf(entries),
  };
}
