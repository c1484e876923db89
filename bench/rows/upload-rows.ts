import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { startServer } from '../../build/driver/start-server';
import { sendFile } from '../../electron/sync/send-file';
import { seededRandom } from '../../build/samples-maker/seeded-random';
import { type BadLine, type Badness, startBadLine } from '../../tests/server/files/bad-line';
import type { Bench } from '../bench';
import { inFolder } from '../in-folder';
import { inTurn } from '../in-turn';
import { type FileLaptop, openFileLaptop } from '../laptops/file-laptop';
import { startPeer } from '../laptops/start-peer';
import { median } from '../median';
import type { Measured } from '../report';

const fileBytes = 4_000_000;

/** As many as the app sends at once. */
const atOnce = 3;

const cuts = 20;

/** Sent before the clock begins, to either server: one that has just started still compiles its own program. */
const warmUp = 20;

/**
 * An evening's photos, with every check on: sent by the laptop's own code to the real server, beside a plain PUT of the same files to
 * the same disk; and what of them goes over a line twice that breaks 20 times.
 */
export async function uploadRows(bench: Bench): Promise<readonly Measured[]> {
  const count = bench.isQuick ? 40 : 200;
  return inFolder(async (folder) => {
    const laptop = await openFileLaptop(join(folder, 'laptop'), count + warmUp, fileBytes);
    const results = await inTurn<number>(
      {
        PostgreSQL: async () => xunji(laptop, await bench.newDatabase()),
        PGlite: () => xunji(laptop),
        PUT: () => put(laptop),
      },
      bench.repeats,
    );
    const middle = (name: string) => median(results[name] ?? []);
    const work = `upload of ${count} × 4 MB`;
    const again = await inTurn({ 'sent again': () => sentAgain(laptop) }, bench.repeats);
    return [
      ...['PostgreSQL', 'PGlite'].map((database): Measured => {
        const [ours, peer] = [middle(database), middle('PUT')];
        const target = { better: 'lower', floor: 1.7, goal: 1.4 } as const;
        const name = `${work}, ${database}: hash, fsync and resume ÷ plain PUT`;
        return { name, unit: 'ms', ours, peer, limit: null, ratio: ours / peer, target };
      }),
      {
        name: `${work} over a line that breaks at least ${cuts} times: bytes sent again ÷ payload`,
        unit: 'bytes',
        ours: median(again['sent again'] ?? []),
        peer: null,
        limit: laptop.hashes.length * fileBytes,
        ratio: median(again['sent again'] ?? []) / (laptop.hashes.length * fileBytes),
        target: { better: 'lower', floor: 0.05, goal: 0.01 },
      },
    ];
  });
}

async function xunji(laptop: FileLaptop, databaseUrl?: string): Promise<number> {
  return inFolder(async (folder) => {
    const server = await startServer(folder, { databaseUrl });
    const sending = await laptop.joined(server);
    const millis = await timed(laptop.hashes, async (sha256) => {
      const sent = await sendFile(sending, sha256);
      if (!sent.ok) throw new Error(sent.problem.code);
    });
    await server.stop();
    const folders = await readdir(join(folder, 'blobs'));
    const kept = await Promise.all(folders.map((name) => readdir(join(folder, 'blobs', name))));
    if (kept.flat().length !== laptop.hashes.length) throw new Error('not all files arrived');
    return millis;
  });
}

async function put(laptop: FileLaptop): Promise<number> {
  return inFolder(async (folder) => {
    const server = await startPeer('put-server.mjs', folder);
    const agent = new Agent({ keepAlive: true });
    const millis = await timed(
      laptop.hashes,
      (sha256) =>
        new Promise<void>((resolve, reject) => {
          const headers = { 'content-length': fileBytes };
          const sent = request(`${server.url}/${sha256}`, { method: 'PUT', agent, headers }, (answer) => {
            answer.resume().on('end', resolve);
            if (answer.statusCode !== 204) reject(new Error(`PUT ${answer.statusCode}`));
          });
          sent.on('error', reject);
          createReadStream(laptop.pathOf(sha256), { highWaterMark: 1 << 18 }).pipe(sent);
        }),
    );
    agent.destroy();
    await server.stop();
    return millis;
  });
}

/** 20 Mbit/s with 80 ms of round trip, eight times as fast: as many bytes are under way when it breaks as on the real one. */
async function sentAgain(laptop: FileLaptop): Promise<number> {
  return inFolder(async (folder) => {
    const random = seededRandom(20);
    const payload = laptop.hashes.length * fileBytes;
    // A connection that falls idle breaks no more: the next one does in its place.
    let line: BadLine | undefined;
    const bad: Badness = {
      bytesPerSecond: 20_000_000,
      delayMillis: 5,
      loss: 0,
      lossMillis: 0,
      cutAfter: () =>
        (line?.cuts() ?? 0) < cuts ? 1000 + random() * (payload / (cuts + atOnce)) : Number.POSITIVE_INFINITY,
      random,
    };
    const server = await startServer(folder);
    const breaking = await startBadLine(server.url, bad);
    line = breaking;
    const sending = await laptop.joined(server, breaking.url);
    await severalAtOnce(laptop.hashes, async (sha256) => {
      for (;;) if ((await sendFile(sending, sha256)).ok) return;
    });
    const extra = breaking.up() - payload;
    // Those that were open when the last one broke may break yet.
    if (breaking.cuts() < cuts) throw new Error(`${breaking.cuts()} cuts`);
    await breaking.close();
    await server.stop();
    return extra;
  });
}

async function timed(hashes: readonly string[], move: (sha256: string) => Promise<void>): Promise<number> {
  await severalAtOnce(hashes.slice(0, warmUp), move);
  const begun = performance.now();
  await severalAtOnce(hashes.slice(warmUp), move);
  return performance.now() - begun;
}

async function severalAtOnce(
  hashes: readonly string[],
  move: (sha256: string) => Promise<void>,
): Promise<void> {
  const waiting = hashes.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const sha256 of waiting) await move(sha256);
    }),
  );
}
