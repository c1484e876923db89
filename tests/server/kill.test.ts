import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeDataDirectory } from './data-directory';
import { makeReadyDirectory } from './ready-directory';
import { killRepeatedly } from './kill-repeatedly';
import { type TestPostgres, startPostgres } from './postgres';
import { type LeftRow, copyIntake, readCommitted } from './read-left';
import { administratorOf } from './server-administrator';
import { runToEnd, startProcess } from './server-process';
import { signedFetch } from './signed';

const points = Number(process.env.XUNJI_KILLS ?? 200);

// What is lost once is lost: one try.
describe('Killed with -9 while three laptops push', { retry: 0 }, () => {
  let directory: string;
  let postgres: TestPostgres;

  beforeAll(async () => {
    directory = await makeReadyDirectory();
    postgres = await startPostgres();
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
      expect(figures.dearestStartMillis).toBeGreaterThan(0);
      expect(figures.dearestStartMillis).toBeLessThan(30_000);
      expect(figures.medianStartMillis).toBeLessThan(30_000);
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
      const database = postgres;
      // Its administrator is of that database.
      const own = await makeReadyDirectory();
      const figures = await killRepeatedly({
        name: 'PostgreSQL',
        points,
        data: own,
        start: () => startProcess({ directory: own, databaseUrl: database.url }),
        async kill(server, round) {
          if (database.directory !== null && round % 3 === 2) {
            await database.kill();
            await database.start();
          }
          await server.end('SIGKILL');
        },
        take: () => committedOn(database.url),
      });
      await removeDataDirectory(own);
      expect(figures).toMatchObject(sound);
      expect(figures.acknowledged).toBeGreaterThan(points * 10);
      expect(figures.dearestStartMillis).toBeGreaterThan(0);
      expect(figures.dearestStartMillis).toBeLessThan(30_000);
      expect(figures.medianStartMillis).toBeLessThan(30_000);
    },
  );

  test('a PostgreSQL that is told to wait for no disk is not served at all', async () => {
    const databaseUrl = `${postgres.url}?options=-c%20synchronous_commit%3Doff`;
    expect(await runToEnd({ directory, databaseUrl })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('synchronous_commit=off') as string,
    });
  });

  test.each(['PGlite', 'PostgreSQL'])(
    'a server that acknowledges before it has written loses on %s: the tests above can fail',
    async (name) => {
      const own = await makeReadyDirectory();
      const url = name === 'PostgreSQL' ? postgres.url : undefined;
      const figures = await killRepeatedly({
        name: `${name}, careless (sabotage)`,
        points: 8,
        data: own,
        start: () => startProcess({ directory: own, databaseUrl: url, sabotage: 'early' }),
        kill: (server) => server.end('SIGKILL'),
        take: () => (url ? committedOn(url) : copyIntake(own)),
      });
      await removeDataDirectory(own);
      expect(figures.lost).toBeGreaterThan(0);
    },
  );
});

/** Read while the server stands still: a moment later what it was about to commit would be there. */
async function committedOn(url: string): Promise<() => Promise<readonly LeftRow[]>> {
  const rows = await readCommitted(url);
  return () => Promise.resolve(rows);
}
