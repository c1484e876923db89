import { type Outcome, succeed } from '../../../shared/outcome';
import type { Seal } from '../../../shared/sealing/seal';
import { stepOfEntries } from '../../../shared/sync/step-of-entries';
import { callBridge } from '../call-bridge';
import type { Database } from '../database';
import { laptopStoreOn } from '../laptop-store';
import type { Queue } from '../one-at-a-time';

/** Merged between two frames, so that somebody who types meanwhile does not wait. */
const sliceSize = 60;

/**
 * Brings the database level with the journal, slice by slice, while the window is in use: each slice takes its turn among the saves.
 * What a save has merged already is merged once more, which changes nothing: that it stands in the history does not say that it
 * was merged, since a history that somebody opens is filled from the journal.
 */
export async function followToEnd(database: Database, seal: Seal, queue: Queue): Promise<Outcome<null>> {
  for (;;) {
    const slice = await queue(() => followOnce(database, seal));
    if (!slice.ok) return slice;
    if (slice.value === 0) return succeed(null);
  }
}

async function followOnce(database: Database, seal: Seal): Promise<Outcome<number>> {
  const after = (await database.progress.get('progress'))?.sequence ?? 0;
  const page = await callBridge('journal.read', { after, limit: sliceSize });
  if (!page.ok) return page;
  const { entries } = page.value;
  const sequence = entries.at(-1)?.sequence;
  if (sequence === undefined) return succeed(0);
  await laptopStoreOn(database, seal).commit({ ...stepOfEntries(entries), place: { from: after, sequence } });
  return succeed(entries.length);
}
