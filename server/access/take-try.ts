import type { Database } from '../database/database';
import type { KeptRow } from '../database/kept-tables';
import { lockTries, readTries } from '../database/try-queries';

const spanMillis = 15 * 60 * 1000;

/** How many passwords somebody may try in a quarter of an hour. */
export const triesAllowed = 10;

/** An address stands for many people behind one router, so that it may try more. */
export const triesOfAddress = 60;

export interface Subject {
  readonly name: string;
  readonly allowed: number;
}

/**
 * Takes one try from each subject, or from none where one of them has no more: then the minutes until it has again. Counted in the database
 * before the password is looked at, so that many at once, at several servers, cannot get more. Whoever goes on guessing is refused without a
 * write.
 */
export async function takeTry(
  database: Database,
  subjects: readonly Subject[],
  now: number,
): Promise<{ readonly minutes: number } | null> {
  const known = await readTries(
    database.ask,
    subjects.map(({ name }) => name),
  );
  for (const { name, allowed } of subjects) {
    const times = known.get(name) ?? [];
    const wait = waitOf(recentOf(times, now), allowed, now);
    if (wait && !isAhead(times, now)) return wait;
  }
  return database.transact(async ({ query, put }) => {
    const rows = [];
    for (const { name, allowed } of [...subjects].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const times = await lockTries(query, name);
      const recent = recentOf(times, now);
      const wait = waitOf(recent, allowed, now);
      if (wait) {
        // A clock that was ahead, of this server or another: its tries count from now on, neither never nor until that time has come.
        if (isAhead(times, now)) await put('tries', [rowOf(name, recent)]);
        return wait;
      }
      rows.push(rowOf(name, [...recent, now]));
    }
    await put('tries', rows);
    return null;
  });
}

/** Gives the try back: whoever knew the password did not guess. */
export async function returnTry(
  database: Database,
  subjects: readonly Subject[],
  time: number,
): Promise<void> {
  await database.transact(async ({ query, put }) => {
    const rows = [];
    for (const { name } of [...subjects].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const times = [...(await lockTries(query, name))];
      const at = times.indexOf(time);
      if (at >= 0) times.splice(at, 1);
      rows.push(rowOf(name, times));
    }
    await put('tries', rows);
  });
}

function recentOf(times: readonly number[], now: number): readonly number[] {
  return times.filter((time) => time > now - spanMillis).map((time) => Math.min(time, now));
}

function isAhead(times: readonly number[], now: number): boolean {
  return times.some((time) => time > now);
}

/** Null where there is a try left. */
function waitOf(
  recent: readonly number[],
  allowed: number,
  now: number,
): { readonly minutes: number } | null {
  if (recent.length < allowed) return null;
  const [oldest = now] = recent.slice(-allowed);
  return { minutes: Math.max(1, Math.ceil((oldest + spanMillis - now) / 60_000)) };
}

function rowOf(subject: string, times: readonly number[]): KeptRow {
  return { scope: 'server', subject, times: times.join(',') };
}
