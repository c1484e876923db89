import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../../shared/changes/change';
import { cutRepeatedly } from '../../tests/powercut/cut-repeatedly';
import { makeLoopDisk, whyNoLoopDisk } from '../../tests/powercut/loop-disk';
import { makeDataDirectory, removeDataDirectory } from '../../tests/server/data-directory';
import { killRepeatedly } from '../../tests/server/kill-repeatedly';
import { openTestDatabase } from '../../tests/server/open-test-database';
import { exchangeOver } from '../../tests/server/pusher';
import { copyIntake, readIntake } from '../../tests/server/read-left';
import { seedOfRun } from '../../tests/server/seeded';
import { administratorOf } from '../../tests/server/server-administrator';
import { startProcess } from '../../tests/server/server-process';
import type { Bench } from '../bench';
import { inTurn } from '../in-turn';
import { changesOf, freshTour } from '../laptops/xunji-laptop';
import { median } from '../median';
import type { Measured } from '../report';
import { sampleIssues } from '../sample-issues';

const kills = 20;
const cuts = 5;
const batch = 500;

/** What the default set-up (the embedded database) loses of what it acknowledged, and what that costs beside the same without a flush. */
export async function lossRows(bench: Bench): Promise<readonly Measured[]> {
  const lost = (await lostByKills()) + (await lostByCuts());
  const count = bench.isQuick ? 2000 : 10_000;
  const results = await inTurn<number>(
    {
      safe: () => intake(count),
      unsafe: () => intake(count, 'unflushed'),
    },
    Math.max(bench.repeats, 5),
  );
  const [ours, limit] = [median(results['safe'] ?? []), median(results['unsafe'] ?? [])];
  const noCuts = whyNoLoopDisk();
  return [
    {
      name: `acknowledged records lost by kill -9 × ${kills} and ${noCuts ? `no power cut (${noCuts})` : `power cut × ${cuts}`}, PGlite`,
      unit: 'records',
      ours: lost,
      peer: null,
      limit: null,
      ratio: lost,
      target: { better: 'lower', floor: 0, goal: 0 },
    },
    {
      name: `intake of ${count} changes in requests of ${batch}, PGlite: durable ÷ without a flush`,
      unit: 'ms',
      ours,
      peer: null,
      limit,
      ratio: ours / limit,
      target: { better: 'lower', floor: 1.15, goal: 1.15 },
    },
  ];
}

async function lostByKills(): Promise<number> {
  const directory = await makeDataDirectory();
  const { lost } = await killRepeatedly({
    name: 'PGlite',
    points: kills,
    realEvery: 1,
    data: directory,
    start: () => startProcess({ directory }),
    kill: (server) => server.end('SIGKILL'),
    take: () => copyIntake(directory),
  });
  await removeDataDirectory(directory);
  return lost;
}

async function lostByCuts(): Promise<number> {
  if (whyNoLoopDisk()) return 0;
  const disk = await makeLoopDisk();
  try {
    await rename(await makeDataDirectory(disk.mount), join(disk.mount, 'data'));
    await disk.flush();
    const { lost, unopenable } = await cutRepeatedly(disk, {
      name: 'PGlite',
      cuts,
      seed: seedOfRun(),
      async open({ mount }) {
        const database = await openTestDatabase({ directory: join(mount, 'data') });
        return { database, close: () => database.close() };
      },
      read: ({ mount }) => readIntake(join(mount, 'data')),
    });
    return lost + unopenable;
  } finally {
    await disk.destroy();
  }
}

/** Both are built and started alike; the unsafe one is on a machine that never flushes. */
async function intake(count: number, sabotage?: 'unflushed'): Promise<number> {
  const directory = await makeDataDirectory();
  const server = await startProcess({ directory, sabotage });
  const exchange = exchangeOver(server.url, await administratorOf(server, directory));
  const push = (changes: readonly Change[]) =>
    exchange({
      protocol: 2,
      device: 'bench',
      epoch: null,
      cursors: {},
      views: {},
      changes: [...changes],
    });
  await push(changesOf(sampleIssues(batch, freshTour(), 7), 'bench'));
  const changes = changesOf(sampleIssues(count, freshTour(), 8), 'bench');
  const begun = performance.now();
  for (let from = 0; from < count; from += batch) await push(changes.slice(from, from + batch));
  const millis = performance.now() - begun;
  await server.end('SIGKILL');
  await removeDataDirectory(directory);
  return millis;
}
