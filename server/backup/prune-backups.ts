import { elapsedBetween } from '../elapsed-between';
import type { BackupFolder } from './backup-folder';
import { longestPause } from './clock-jump';
import { timeOfState } from './time-of-state';

const dayMillis = 24 * 3_600_000;

/**
 * Of states in the order in which they were written: all of the last two days stay, one of each day of the last 400, and the newest whatever its age.
 * The age of a state is the time that passed from each state to the next, and no more than its name says: a clock that jumps makes none old.
 */
export function statesToDrop(ids: readonly string[], longest = longestPause): readonly string[] {
  const newestFirst = ids.toReversed().filter((id) => timeOfState(id) !== '');
  const [newest] = newestFirst;
  if (newest === undefined) return [];
  const now = timeOf(newest);
  const gone: string[] = [];
  let [elapsed, later, laterDay] = [0, now, ''];
  for (const id of newestFirst) {
    const time = timeOf(id);
    elapsed += elapsedBetween(time, later, longest);
    later = time;
    const age = time <= now ? Math.min(elapsed, now - time) : elapsed;
    const day = id.slice(0, 10);
    if (age >= 400 * dayMillis || (age >= 2 * dayMillis && day === laterDay)) gone.push(id);
    laterDay = day;
  }
  return gone;
}

/** Drops old states, and then what no state names any more. A crash in between leaves files that the next time takes away. */
export async function pruneBackups(folder: BackupFolder): Promise<void> {
  for (const id of statesToDrop(await folder.states())) await folder.dropState(id);
  await folder.dropUnnamed();
}

function timeOf(id: string): number {
  return Date.parse(timeOfState(id));
}
