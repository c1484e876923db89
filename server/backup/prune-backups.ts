import type { BackupFolder } from './backup-folder';

const hourMillis = 3_600_000;
const dayMillis = 24 * hourMillis;

/** All states of the last two days, one of each day of the last 400, and the newest whatever its age. Ids begin with their time. */
export function statesToDrop(ids: readonly string[], now: number): readonly string[] {
  const newestFirst = ids.toSorted().toReversed();
  const kept = new Set<string>(newestFirst.slice(0, 1));
  const days = new Set<string>();
  for (const id of newestFirst) {
    const age = now - timeOf(id);
    const day = id.slice(0, 10);
    if (age < 2 * dayMillis || (age < 400 * dayMillis && !days.has(day))) kept.add(id);
    days.add(day);
  }
  return newestFirst.filter((id) => !kept.has(id));
}

/** Drops old states, and then what no state names any more. A crash in between leaves files that the next time takes away. */
export async function pruneBackups(folder: BackupFolder, now: number): Promise<void> {
  for (const id of statesToDrop(await folder.states(), now)) await folder.dropState(id);
  await folder.dropUnnamed();
}

/** "2024-05-01T08-00-00-000Z" as a moment in ISO 8601; '' for what is no time. */
export function timeOfState(id: string): string {
  const [, day, hours, minutes, seconds] = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)/.exec(id) ?? [];
  return day === undefined ? '' : `${day}T${hours}:${minutes}:${seconds}Z`;
}

/** In milliseconds; what is no time counts as new, so that it stays. */
function timeOf(id: string): number {
  const time = Date.parse(timeOfState(id));
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}
