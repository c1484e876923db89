import { type Outcome, succeed } from '../outcome';
import type { Road } from './exchange-once';
import type { LaptopStore } from './laptop-store';
import { sequencesOf } from './sequences-of';

/**
 * All that this laptop knows goes out again in the order in which it came here, files too; the server skips what it has. The new epoch is kept last, so that a crash
 * starts over. Another database takes nothing away: what may be read is learnt anew. Each page takes its turn in the queue, so that
 * whoever saves meanwhile waits for one page and not for all of them: what is saved lies at the end of the journal, and waits already. What was unsent goes behind what it
 * was typed upon: a server that knows a record's words before its stop would show them to all teams.
 */
export async function startOver(
  store: LaptopStore,
  epoch: string,
  queue: Road['queue'] = (task) => task(),
): Promise<Outcome<null>> {
  const before = await store.readProgress();
  for (let after = 0; ;) {
    const end = await queue(() => offerPage(store, after));
    if (!end.ok) return end;
    if (end.value === null) break;
    after = end.value;
  }
  return queue(async () => {
    // The database was made again meanwhile, perhaps from before the first page: the server says once more who it is.
    if ((await store.readProgress()).epoch !== before.epoch) return succeed(null);
    const { away } = await store.readProgress();
    await store.commit({
      sendFilesAgain: true,
      // What was being put away when the machine stopped may be out of the journal: it goes on.
      progress: { epoch, cursors: {}, views: {}, lost: before.lost.filter((scope) => away.includes(scope)) },
      again: before.lost,
    });
    return succeed(null);
  });
}

/** Gives the last entry of the page, null behind the journal's end. */
async function offerPage(store: LaptopStore, after: number): Promise<Outcome<number | null>> {
  const page = await store.readJournal(after);
  if (!page.ok) return page;
  const last = page.value.at(-1);
  if (!last) return succeed(null);
  // What was refused of a page that this laptop carried is offered to another database no more than to the first one. What is told again
  // goes at its first place: what was typed upon it comes behind.
  const own = page.value.filter(({ withheld, again }) => !withheld && !again);
  const of = (isDiscarded: boolean) =>
    own.filter(({ origin }) => (origin === 'discarded') === isDiscarded).map(({ change }) => change);
  await store.commit({
    merge: { local: of(false) },
    inOrder: true,
    sequences: sequencesOf(page.value),
    discarded: of(true),
  });
  return succeed(last.sequence);
}
