import { asOffice } from '../server/as-office';
import { acceptChanges } from '../../server/changes/accept-changes';
import type { Database } from '../../server/database/database';
import { makePusher } from '../server/pusher';
import { seeded } from '../server/seeded';
import { makeTestDevice } from '../server/test-device';
import type { LoopDisk } from './loop-disk';

export interface CutFigures {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unopenable: number;
  readonly slowestOpenMillis: number;
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
}

/**
 * Three laptops push, the power is cut, the database is opened on what was on the disk and read from the start; then on
 * from there, so that every cut also meets what the one before it left. Every third cut comes right after a clean stop.
 */
export async function cutRepeatedly(first: LoopDisk, { name, cuts, seed, open }: Trial): Promise<CutFigures> {
  const random = seeded(seed);
  const pushers = [1, 2, 3].map((index) => makePusher(`laptop-${index}`, random));
  const lost = new Set<string>();
  const figures = { acknowledged: 0, lost: 0, doubled: 0, unopenable: 0, slowestOpenMillis: 0 };
  let disk = first;
  let opened: Opened | null = await open(disk);
  for (let cut = 0; cut < cuts && opened; cut += 1) {
    const { database } = opened;
    const until = performance.now() + 300 + random() * 1500;
    const shouldStop = () => performance.now() > until;
    await Promise.all(
      pushers.map((pusher) =>
        pusher.push((request) => acceptChanges(database, request, asOffice), shouldStop),
      ),
    );
    if (cut % 3 === 2) await opened.close();
    const after = await disk.cut();
    if (cut % 3 !== 2) await opened.close();
    await disk.remove();
    disk = after;

    const begun = performance.now();
    opened = await open(disk).catch(() => null);
    figures.slowestOpenMillis = Math.max(figures.slowestOpenMillis, Math.round(performance.now() - begun));
    const acknowledged = pushers.flatMap((pusher) => [...pusher.acknowledged]);
    const came = opened ? await readAll(opened.database) : new Map<string, number>();
    figures.acknowledged = acknowledged.length;
    for (const id of acknowledged) if (!came.has(id)) lost.add(id);
    figures.lost = lost.size;
    figures.doubled += [...came.values()].filter((times) => times !== 1).length;
    figures.unopenable += opened ? 0 : 1;
  }
  await opened?.close();
  await disk.remove();
  process.stdout.write(`power cut x${cuts} on ${name}, seed ${seed}: ${JSON.stringify(figures)}\n`);
  return figures;
}

async function readAll(database: Database): Promise<ReadonlyMap<string, number>> {
  const reader = makeTestDevice('reader');
  await reader.syncAll((request) => acceptChanges(database, request, asOffice));
  return reader.came;
}
