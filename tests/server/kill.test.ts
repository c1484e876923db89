import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeDataDirectory, removeDataDirectory } from './data-directory';
import { type TestPostgres, startPostgres } from './postgres';
import { exchangeOver, makePusher } from './pusher';
import { seedOfRun, seeded } from './seeded';
import { signedFetch } from './signed';
import { administratorOf } from './server-administrator';
import { type LeftRow, copyIntake, readCommitted } from './read-left';
import { type ServerProcess, startProcess } from './server-process';
import { standStill } from './stand-still';
import { makeTestDevice } from './test-device';

const points = Number(process.env.XUNJI_KILLS ?? 200);

/** Of so many points one is a real kill with a real start after it; at the others the server stands still and what it leaves is read. */
const realEvery = 20;

interface Figures {
  readonly points: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** Numbers that are missing in a scope, or given twice. */
  readonly gaps: number;
  readonly slowestStartMillis: number;
}

interface Trial {
  readonly name: string;
  readonly points: number;
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
async function killRepeatedly({ name, points: count, data, start, kill, take }: Trial): Promise<Figures> {
  const seed = seedOfRun();
  const random = seeded(seed);
  const pushers = [1, 2, 3].map((index) => makePusher(`laptop-${index}`, random));
  const acknowledged = () => pushers.flatMap((pusher) => [...pusher.acknowledged]);
  const follower = makeTestDevice('follower');
  const lost = new Set<string>();
  let [doubled, gaps, slowestStartMillis] = [0, 0, 0];
  for (let point = 0; point < count;) {
    const server = await start();
    onTestFinished(async () => void (await server.end('SIGKILL')));
    slowestStartMillis = Math.max(slowestStartMillis, server.startMillis);
    const exchange = exchangeOver(server.url, await administratorOf(server, data));
    await follower.syncAll(exchange);
    const pushing = pushers.map((pusher) => pusher.push(exchange, () => false));
    for (; point % realEvery !== realEvery - 1 && point < count - 1; point += 1) {
      await sleep(20 + random() * 60);
      const { told, left } = await standStill(server.pid, async () => {
        await sleep(5); // answers that have left its sockets arrive
        return { told: acknowledged(), left: await take() };
      });
      const rows = await left();
      const ids = new Set(rows.map(({ id }) => id));
      for (const id of told) if (!ids.has(id)) lost.add(id);
      doubled += rows.length - ids.size;
      gaps += gapsOf(rows);
    }
    await sleep(20 + random() * 200);
    await kill(server, Math.floor(point / realEvery));
    await Promise.all(pushing);
    point += 1;
  }
  const last = await start();
  const newcomer = makeTestDevice('newcomer');
  const exchange = exchangeOver(last.url, await administratorOf(last, data));
  await follower.syncAll(exchange);
  await newcomer.syncAll(exchange);
  await last.end('SIGTERM');
  for (const reader of [follower, newcomer]) {
    for (const id of acknowledged()) if (!reader.came.has(id)) lost.add(id);
    doubled += [...reader.came.values()].filter((times) => times !== 1).length;
  }
  const figures = {
    points: count,
    acknowledged: acknowledged().length,
    lost: lost.size,
    doubled,
    gaps,
    slowestStartMillis: Math.round(slowestStartMillis),
  };
  process.stdout.write(`kill -9 on ${name}, seed ${seed}: ${JSON.stringify(figures)}\n`);
  return figures;
}

function gapsOf(rows: readonly LeftRow[]): number {
  const highest = new Map<string, number>();
  for (const { scope, number } of rows) highest.set(scope, Math.max(number, highest.get(scope) ?? 0));
  const due = [...highest.values()].reduce((sum, number) => sum + number, 0);
  return Math.abs(due - rows.length);
}

describe('Killed with -9 while three laptops push', () => {
  let directory: string;
  let postgres: TestPostgres | null = null;

  beforeAll(async () => {
    directory = await makeDataDirectory();
  });
  afterAll(async () => {
    await postgres?.stop();
    await removeDataDirectory(directory);
  });

  const sound = { points, lost: 0, doubled: 0, gaps: 0 };

  test(
    'the server on PGlite loses nothing that it acknowledged and doubles nothing',
    { timeout: 900_000 },
    async () => {
      const figures = await killRepeatedly({
        name: 'PGlite',
        points,
        data: directory,
        start: () => startProcess({ directory }),
        kill: (server) => server.end('SIGKILL'),
        take: () => copyIntake(directory),
      });
      expect(figures).toMatchObject(sound);
      expect(figures.acknowledged).toBeGreaterThan(points * 10);
      expect(figures.slowestStartMillis).toBeLessThan(30_000);
    },
  );

  test('an upload goes on after the server was killed in the middle of it', async () => {
    const bytes = randomBytes(6_000_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const headers = { 'tus-resumable': '1.0.0' };
    const first = await startProcess({ directory });
    const fetch = signedFetch(await administratorOf(first, directory));
    const begun = await fetch(`${first.url}/api/uploads`, {
      method: 'POST',
      headers: {
        ...headers,
        'upload-length': String(bytes.length),
        'upload-metadata': `sha256 ${Buffer.from(sha256).toString('base64')}`,
      },
    });
    const location = begun.headers.get('location') ?? '';
    const send = (url: string, body: BodyInit, offset: number) => {
      // Node asks for `duplex` where a body is a stream; the browser's types do not know it.
      const request: RequestInit & { readonly duplex: 'half' } = {
        method: 'PATCH',
        headers: {
          ...headers,
          'upload-offset': String(offset),
          'content-type': 'application/offset+octet-stream',
        },
        body,
        duplex: 'half',
      };
      return fetch(url + location, request);
    };
    const half = new ReadableStream({
      async pull(controller) {
        controller.enqueue(bytes.subarray(0, 3_000_000));
        await sleep(60_000, undefined, { ref: false });
      },
    });
    const cut = send(first.url, half, 0).catch(() => null);
    await sleep(700);
    await first.end('SIGKILL');
    expect(await cut).toBeNull();

    const second = await startProcess({ directory });
    const head = await fetch(second.url + location, { method: 'HEAD', headers });
    const offset = Number(head.headers.get('upload-offset'));
    expect(offset).toBeGreaterThan(1_000_000);
    expect((await send(second.url, bytes.subarray(offset), offset)).status).toBe(204);
    const arrived = await fetch(`${second.url}/api/attachments/${sha256}`, { headers });
    expect(
      createHash('sha256')
        .update(Buffer.from(await arrived.arrayBuffer()))
        .digest('hex'),
    ).toBe(sha256);
    await second.end('SIGTERM');
  });

  test(
    'the server on PostgreSQL, and PostgreSQL itself, lose nothing and double nothing',
    { timeout: 900_000 },
    async () => {
      const database = await startPostgres();
      postgres = database;
      const figures = await killRepeatedly({
        name: 'PostgreSQL',
        points,
        data: directory,
        start: () => startProcess({ directory, databaseUrl: database.url }),
        async kill(server, round) {
          if (database.directory !== null && round % 3 === 2) {
            await database.kill();
            await database.start();
          }
          await server.end('SIGKILL');
        },
        take: () => Promise.resolve(() => readCommitted(database.url)),
      });
      expect(figures).toMatchObject(sound);
      expect(figures.acknowledged).toBeGreaterThan(points * 10);
      expect(figures.slowestStartMillis).toBeLessThan(30_000);
    },
  );

  test.each(['PGlite', 'PostgreSQL'])(
    'a server that acknowledges before it has written loses on %s: the tests above can fail',
    async (name) => {
      const own = await makeDataDirectory();
      const url = name === 'PostgreSQL' ? postgres?.url : undefined;
      const figures = await killRepeatedly({
        name: `${name}, careless (sabotage)`,
        points: 8,
        data: own,
        start: () => startProcess({ directory: own, databaseUrl: url, isCareless: true }),
        kill: (server) => server.end('SIGKILL'),
        take: () => (url ? Promise.resolve(() => readCommitted(url)) : copyIntake(own)),
      });
      await removeDataDirectory(own);
      expect(figures.lost).toBeGreaterThan(0);
    },
  );
});
