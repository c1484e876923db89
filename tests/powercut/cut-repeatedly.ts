import { asOffice } from '../server/as-office';
import { acceptChanges } from '../../server/changes/accept-changes';
import type { Database } from '../../server/database/database';
import { makePusher } from '../server/pusher';
import type { LeftRow } from '../server/read-left';
import { seeded } from '../server/seeded';
import { makeTestDevice } from '../server/test-device';
import type { LoopDisk } from './loop-disk';

export interface CutFigures {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unopenable: number;
  /** In processor time, which other programs on the machine do not change. */
  readonly dearestOpenMillis: number;
  /** By the wall; of a single start that may be a hiccup of the machine, of half of them it is not. */
  readonly medianOpenMillis: number;
}

export interface Opened {
  readonly database: Database;
  close(): Promise<void>;
}

export interface Trial {
  readonly name: string;
  readonly cuts: number;
  readonly seed: number;
  open(disk: LoopDisk): Promise<Opened>;
  /** What the database would make of a disk, read from it by itself; throws where it cannot be read. */
  read(disk: LoopDisk): Promise<readonly LeftRow[]>;
}

/** Of so many cuts one is followed by a start on what is left, which the pushing then goes on with; of the others is read what is left. */
const startEvery = 20;

/**
 * Three laptops push, the power is cut, and it is read what was on the disk. Every twentieth cut the database is opened on it, read from the
 * start, and goes on from there, so that the next cuts also meet what this one left; every third of those comes after a clean stop.
 */
export async function cutRepeatedly(first: LoopDisk, trial: Trial): Promise<CutFigures> {
  const { name, cuts, seed, open, read } = trial;
  const random = seeded(seed);
  const pushers = [1, 2, 3].map((index) => makePusher(`laptop-${index}`, random));
  const lost = new Set<string>();
  const figures = {
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    unopenable: 0,
    dearestOpenMillis: 0,
    medianOpenMillis: 0,
  };
  const starts: number[] = [];
  let disk = first;
  let opened: Opened | null = await open(disk);
  for (let cut = 0; cut < cuts && opened; cut += 1) {
    const { database } = opened;
    const isStart = cut % startEvery === startEvery - 1 || cut === cuts - 1;
    const until = performance.now() + (isStart ? 300 + random() * 700 : 20 + random() * 100);
    const shouldStop = () => performance.now() > until;
    await Promise.all(
      pushers.map((pusher) =>
        pusher.push((request) => acceptChanges(database, request, asOffice), shouldStop),
      ),
    );
    const isClean = isStart && Math.floor(cut / startEvery) % 3 === 2;
    if (isClean) await opened.close();
    const after = await disk.cut();
    let came: ReadonlyMap<string, number> | null;
    if (isStart) {
      if (!isClean) await opened.close();
      await disk.remove();
      disk = after;
      const begun = process.cpuUsage();
      const at = performance.now();
      opened = await open(disk).catch(() => null);
      starts.push(performance.now() - at);
      const { user, system } = process.cpuUsage(begun);
      figures.dearestOpenMillis = Math.max(figures.dearestOpenMillis, Math.round((user + system) / 1000));
      came = opened && (await readAll(opened.database));
    } else {
      const rows = await read(after).catch(() => null);
      came = rows && timesOf(rows.map(({ id }) => id));
      await after.remove();
    }
    const acknowledged = pushers.flatMap((pusher) => [...pusher.acknowledged]);
    figures.acknowledged = acknowledged.length;
    for (const id of acknowledged) if (!came?.has(id)) lost.add(id);
    figures.lost = lost.size;
    figures.doubled += [...(came?.values() ?? [])].filter((times) => times !== 1).length;
    figures.unopenable += came ? 0 : 1;
  }
  await opened?.close();
  await disk.remove();
  figures.medianOpenMillis = Math.round(starts.toSorted((a, b) => a - b)[starts.length >> 1] ?? 0);
  process.stdout.write(`power cut x${cuts} on ${name}, seed ${seed}: ${JSON.stringify(figures)}\n`);
  return figures;
}

function timesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

async function readAll(database: Database): Promise<ReadonlyMap<string, number>> {
  const reader = makeTestDevice('reader');
  await reader.syncAll((request) => acceptChanges(database, request, asOffice));
  return reader.came;
}
