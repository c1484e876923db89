import { type Outcome, succeed } from '../outcome';
import type { LaptopStore } from './laptop-store';

/**
 * All that this laptop knows goes out again, files too; the server skips what it has. The new epoch is kept last, so that a crash
 * starts over. Another database takes nothing away: what may be read is learnt anew.
 */
export async function startOver(store: LaptopStore, epoch: string): Promise<Outcome<null>> {
  for (let after = 0; ;) {
    const page = await store.readJournal(after);
    if (!page.ok) return page;
    const last = page.value.at(-1);
    if (!last) break;
    after = last.sequence;
    await store.commit({ merge: { local: page.value.map((entry) => entry.change) } });
  }
  await store.commit({ sendFilesAgain: true, progress: { epoch, cursors: {}, views: {}, lost: [] } });
  return succeed(null);
}
