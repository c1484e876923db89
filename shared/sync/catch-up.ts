import { type Outcome, succeed } from '../outcome';
import type { LaptopStore } from './laptop-store';
import { stepOfEntries } from './step-of-entries';

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
    await store.commit({ ...stepOfEntries(page.value), place: { from, sequence: last.sequence } });
    from = last.sequence;
    count += page.value.length;
    tellAt(from);
  }
}
