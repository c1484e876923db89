import { type Outcome, succeed } from '../outcome';
import type { JournalEntry } from '../protocol/bridge';
import type { LaptopStore } from './laptop-store';
import { sequencesOf } from './sequences-of';

/** Takes the journal's entries after `sequence` into the database; gives how many there were. */
export async function catchUp(
  store: LaptopStore,
  sequence: number,
  tellAt: (sequence: number) => void = () => {},
): Promise<Outcome<number>> {
  let count = 0;
  for (let from = sequence; ;) {
    const page = await store.readJournal(from);
    if (!page.ok) return page;
    const last = page.value.at(-1);
    if (!last) return succeed(count);
    const of = (origin: JournalEntry['origin']) =>
      page.value.filter((entry) => entry.origin === origin).map((entry) => entry.change);
    await store.commit({
      merge: { local: of('local'), remote: of('remote') },
      discarded: of('discarded'),
      sequences: sequencesOf(page.value),
      place: { from, sequence: last.sequence },
    });
    from = last.sequence;
    count += page.value.length;
    tellAt(from);
  }
}
