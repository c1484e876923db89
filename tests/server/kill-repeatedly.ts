import { setTimeout as sleep } from 'node:timers/promises';
import { type Pusher, exchangeOver, makePusher } from './pusher';
import type { LeftRow } from './read-left';
import { seedOfRun, seeded } from './seeded';
import { administratorOf } from './server-administrator';
import type { ServerProcess } from './server-process';
import { standStill } from './stand-still';
import { makeTestDevice } from './test-device';

/** Of so many points one is a real kill with a real start after it; at the others the server stands still and what it leaves is read. */
const usualRealEvery = 20;

/**
 * So much is acknowledged before each point, however slow the machine is, and the last of it a moment before; a server that answers nobody is
 * looked at all the same.
 */
const acknowledgedBefore = 10;
const mostMillis = 5000;

export interface KillFigures {
  readonly points: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** Numbers that are missing in a scope, or given twice. */
  readonly gaps: number;
  readonly slowestStartMillis: number;
  readonly medianStartMillis: number;
  /** In processor time. */
  readonly dearestStartMillis: number;
}

export interface KillTrial {
  readonly name: string;
  readonly points: number;
  readonly realEvery?: number;
  /** The data directory. */
  readonly data: string;
  start(): Promise<ServerProcess>;
  kill(server: ServerProcess, round: number): Promise<unknown>;
  /** Called while the server stands still; gives how to read what a kill would have left. */
  take(): Promise<() => Promise<readonly LeftRow[]>>;
}

/**
 * Three laptops push without a pause; at random moments it is looked what of the server would outlive a kill -9, and now and then it is
 * killed in earnest. A reader follows with its cursors over all restarts, and at the end a new one reads everything.
 */
export async function killRepeatedly(trial: KillTrial): Promise<KillFigures> {
  const { name, points, data, start, kill, realEvery = usualRealEvery } = trial;
  const seed = seedOfRun();
  const random = seeded(seed);
  const pushers = [1, 2, 3].map((index) => makePusher(`laptop-${index}`, random));
  const follower = makeTestDevice('follower');
  const seen: Seen = { lost: new Set(), doubled: 0, gaps: 0 };
  const starts: number[] = [];
  let dearestStartMillis = 0;
  for (let point = 0; point < points; point += 1) {
    const server = await start();
    try {
      starts.push(server.startMillis);
      dearestStartMillis = Math.max(dearestStartMillis, server.startCpuMillis);
      const exchange = exchangeOver(server.url, await administratorOf(server, data));
      await follower.syncAll(exchange);
      const pushing = pushers.map((pusher) => pusher.push(exchange, () => false));
      for (; point % realEvery !== realEvery - 1 && point < points - 1; point += 1) {
        await acknowledged(pushers, point);
        await sleep(random() * 40);
        await look(server, pushers, trial, seen);
      }
      await acknowledged(pushers, point);
      await sleep(20 + random() * 200);
      await kill(server, Math.floor(point / realEvery));
      await Promise.all(pushing);
    } finally {
      await server.end('SIGKILL');
    }
  }
  const last = await start();
  const newcomer = makeTestDevice('newcomer');
  const exchange = exchangeOver(last.url, await administratorOf(last, data));
  await follower.syncAll(exchange);
  await newcomer.syncAll(exchange);
  await last.end('SIGTERM');
  const told = toldBy(pushers);
  for (const { came } of [follower, newcomer]) {
    for (const id of told) if (!came.has(id)) seen.lost.add(id);
    seen.doubled += [...came.values()].filter((times) => times !== 1).length;
  }
  const { lost, doubled, gaps } = seen;
  const figures = {
    points,
    acknowledged: told.length,
    lost: lost.size,
    doubled,
    gaps,
    slowestStartMillis: Math.round(Math.max(...starts)),
    medianStartMillis: Math.round(starts.toSorted((a, b) => a - b)[starts.length >> 1] ?? 0),
    dearestStartMillis,
  };
  process.stdout.write(`kill -9 on ${name}, seed ${seed}: ${JSON.stringify(figures)}\n`);
  return figures;
}

interface Seen {
  readonly lost: Set<string>;
  doubled: number;
  gaps: number;
}

async function look(
  server: ServerProcess,
  pushers: readonly Pusher[],
  { take }: KillTrial,
  seen: Seen,
): Promise<void> {
  const { told, left } = await standStill(server.pid, async () => {
    await sleep(5); // answers that have left its sockets arrive
    return { told: toldBy(pushers), left: await take() };
  });
  const rows = await left();
  const ids = new Set(rows.map(({ id }) => id));
  for (const id of told) if (!ids.has(id)) seen.lost.add(id);
  seen.doubled += rows.length - ids.size;
  seen.gaps += gapsOf(rows);
}

/** Resolves when something was acknowledged just now, and in all as much as there must be before this point. */
async function acknowledged(pushers: readonly Pusher[], point: number): Promise<void> {
  const due = Math.max((point + 1) * acknowledgedBefore, toldBy(pushers).length);
  const until = performance.now() + mostMillis;
  while (toldBy(pushers).length <= due && performance.now() < until) await sleep(5);
}

function toldBy(pushers: readonly Pusher[]): readonly string[] {
  return pushers.flatMap((pusher) => [...pusher.acknowledged]);
}

function gapsOf(rows: readonly LeftRow[]): number {
  const highest = new Map<string, number>();
  for (const { scope, number } of rows) highest.set(scope, Math.max(number, highest.get(scope) ?? 0));
  const due = [...highest.values()].reduce((sum, number) => sum + number, 0);
  return Math.abs(due - rows.length);
}
