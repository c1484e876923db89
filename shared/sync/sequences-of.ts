import type { JournalEntry } from '../protocol/bridge';

/** Where in the journal these changes lie, by their ids. */
export function sequencesOf(entries: readonly JournalEntry[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ sequence, change }) => [change.id, sequence]));
}
