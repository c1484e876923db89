import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDataDirectory, removeDataDirectory } from './data-directory';
import { type TestPostgres, startPostgres } from './postgres';
import { exchangeOver, makePusher } from './pusher';
import { seedOfRun, seeded } from './seeded';
import { type ServerProcess, startProcess } from './server-process';
import { makeTestDevice } from './test-device';

const kills = Number(process.env.XUNJI_KILLS ?? 20);
const key = 'key-of-the-sample-office';

interface Figures {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly slowestStartMillis: number;
}

/**
 * Kills the server at random points while three laptops push; a reader follows with its cursors over all restarts,
 * and at the end a new one reads everything.
 */
async function killRepeatedly(
  name: string,
  start: () => Promise<ServerProcess>,
  kill: (server: ServerProcess, round: number) => Promise<unknown>,
): Promise<Figures> {
  const seed = seedOfRun();
  const random = seeded(seed);
  const pushers = [1, 2, 3].map((index) => makePusher(`laptop-${index}`, random));
  const follower = makeTestDevice('follower');
  let slowestStartMillis = 0;
  for (let round = 0; round < kills; round += 1) {
    const server = await start();
    slowestStartMillis = Math.max(slowestStartMillis, server.startMillis);
    const exchange = exchangeOver(server.url, key);
    await follower.syncAll(exchange);
    const pushing = pushers.map((pusher) => pusher.push(exchange, () => false));
    await sleep(50 + random() * 600);
    await kill(server, round);
    await Promise.all(pushing);
  }
  const last = await start();
  const newcomer = makeTestDevice('newcomer');
  await follower.syncAll(exchangeOver(last.url, key));
  await newcomer.syncAll(exchangeOver(last.url, key));
  await last.end('SIGTERM');
  const acknowledged = pushers.flatMap((pusher) => [...pusher.acknowledged]);
  const readers = [follower, newcomer];
  const figures = {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => readers.some((reader) => !reader.came.has(id))).length,
    doubled: readers.flatMap((reader) => [...reader.came.values()]).filter((times) => times !== 1).length,
    slowestStartMillis: Math.round(slowestStartMillis),
  };
  process.stdout.write(`kill -9 x${kills} on ${name}, seed ${seed}: ${JSON.stringify(figures)}\n`);
  return figures;
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

  const sound = { lost: 0, doubled: 0 };

  test(
    'the server on PGlite loses nothing that it acknowledged and doubles nothing',
    { timeout: 900_000 },
    async () => {
      const figures = await killRepeatedly(
        'PGlite',
        () => startProcess({ directory, key }),
        (server) => server.end('SIGKILL'),
      );
      expect(figures).toMatchObject(sound);
      expect(figures.acknowledged).toBeGreaterThan(kills * 10);
      expect(figures.slowestStartMillis).toBeLessThan(30_000);
    },
  );

  test('an upload goes on after the server was killed in the middle of it', async () => {
    const bytes = randomBytes(6_000_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const headers = { authorization: `Bearer ${key}`, 'tus-resumable': '1.0.0' };
    const first = await startProcess({ directory, key });
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

    const second = await startProcess({ directory, key });
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
      const start = () => startProcess({ directory, key, databaseUrl: database.url });
      const figures = await killRepeatedly('PostgreSQL', start, async (server, round) => {
        if (database.directory !== null && round % 6 === 5) {
          await database.kill();
          await database.start();
        }
        await server.end('SIGKILL');
      });
      expect(figures).toMatchObject(sound);
      expect(figures.acknowledged).toBeGreaterThan(kills * 10);
      expect(figures.slowestStartMillis).toBeLessThan(30_000);
    },
  );
});
