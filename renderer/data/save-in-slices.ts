import type { Outcome } from '../../shared/outcome';
import { nextTask } from './read-register';
import type { Edit, Store } from './store';

/** Making and merging this many changes is done between two frames. */
const sliceSize = 100;

/** An ordinary itinerary or roster is saved, and undone, in one step. */
const oneStep = 500;

/**
 * Saves many edits without holding up the window. Each slice is on disk before the next; a disk that fills up in between
 * leaves whole records, and importing the same file again adds what is missing.
 */
export async function saveInSlices(
  store: Store,
  edits: readonly Edit[],
  onProgress: (done: number) => void,
): Promise<Outcome<null>> {
  const step = edits.length <= oneStep ? oneStep : sliceSize;
  for (let from = 0; from < edits.length; from += step) {
    const saved = await store.save(edits.slice(from, from + step));
    if (!saved.ok) return saved;
    onProgress(Math.min(edits.length, from + step));
    await nextTask();
  }
  return { ok: true, value: null };
}
