import pg from 'pg';
import { join } from 'node:path';
import { type RunningServer, startServer } from '../../build/driver/start-server';
import type { Cursors } from '../../shared/protocol/sync';
import type { Bench } from '../bench';
import { type Copier, copyOnPostgres, filledTables } from '../copy-rows';
import { inFolder } from '../in-folder';
import { inTurn } from '../in-turn';
import { httpLaptop } from '../laptops/http-laptop';
import { changesOf, freshTour } from '../laptops/xunji-laptop';
import { median } from '../median';
import type { Measured } from '../report';
import { sampleIssues } from '../sample-issues';

const batch = 2000;
const roundTrips = 30;

/** Changes of one tour: a day of eight laptops. */
const tourSize = 10_000;

interface Millis {
  readonly push: number;
  readonly pull: number;
  readonly roundTrip: number;
}

const names = {
  push: `push of ${tourSize} changes`,
  pull: `pull of ${tourSize} changes`,
  roundTrip: 'one change pushed and seen by another laptop',
} as const;

/** The same work on an office that has a million changes already, as a multiple of what it takes on an empty one. PostgreSQL. */
export async function growthRows(bench: Bench): Promise<readonly Measured[]> {
  const tours = bench.isQuick ? 10 : 100;
  return inFolder(async (folder) => {
    const offices = { empty: await bench.newDatabase(), full: await bench.newDatabase() };
    const servers = {
      empty: await startServer(join(folder, 'empty'), { databaseUrl: offices.empty }),
      full: await startServer(join(folder, 'full'), { databaseUrl: offices.full }),
    };
    // One tour also here: the first thing that a process does is slower than the next.
    await fill(servers.empty, offices.empty, 1);
    await fill(servers.full, offices.full, tours);
    const results = await inTurn<Millis>(
      {
        empty: () => measure(servers.empty, offices.empty),
        full: () => measure(servers.full, offices.full),
      },
      bench.repeats,
    );
    await servers.empty.stop();
    await servers.full.stop();
    return (['push', 'pull', 'roundTrip'] as const).map((work): Measured => {
      const middle = (name: string) => median((results[name] ?? []).map((millis) => millis[work]));
      const [ours, limit] = [middle('full'), middle('empty')];
      const name = `${names[work]}, ${tours * tourSize} changes there already ÷ ${tourSize}`;
      return {
        name,
        unit: 'ms',
        ours,
        peer: null,
        limit,
        ratio: ours / limit,
        target: { better: 'lower', floor: 1.5, goal: 1.1 },
      };
    });
  });
}

/**
 * One tour goes in by HTTP. Its rows are copied under other names of the tour, since all is keyed by scope; the names are of one
 * length, so that COPY's text stays as it is.
 */
async function fill(server: RunningServer, url: string, tours: number): Promise<void> {
  const first = freshTour();
  const changes = changesOf(sampleIssues(tourSize, first, 1), 'laptop-of-bench');
  await httpLaptop(server, 'laptop-of-bench').push(changes, batch);
  const copier = await copyOnPostgres(url);
  for (const table of ['scopes', ...filledTables]) await multiply(copier, table, first, tours);
  await copier.run('analyze');
  await copier.run('checkpoint');
  await copier.close();
}

async function multiply(copier: Copier, table: string, first: string, tours: number): Promise<void> {
  const rows = (await copier.out(table, first)).toString();
  const digits = 4;
  for (let tour = 1; tour < tours; tour += 1) {
    const name = first.slice(0, -digits) + tour.toString(16).padStart(digits, '0');
    await copier.into(table, Buffer.from(rows.replaceAll(first, name)));
  }
}

async function measure(server: RunningServer, url: string): Promise<Millis> {
  const heads = await headsOf(url);
  const tour = freshTour();
  const writer = httpLaptop(server, 'writer', heads);
  const changes = changesOf(sampleIssues(tourSize, tour, Date.now()), 'writer');
  const sent = performance.now();
  await writer.push(changes, batch);
  const push = performance.now() - sent;
  const reader = httpLaptop(server, 'reader', heads);
  const begun = performance.now();
  const came = await reader.pull();
  const pull = performance.now() - begun;
  if (came !== tourSize) throw new Error(`${came} of ${tourSize} came`);
  const trips: number[] = [];
  for (const change of changesOf(sampleIssues(roundTrips, tour, Date.now() + 1), 'writer-2')) {
    const asked = performance.now();
    await writer.push([change], 1);
    if ((await reader.pull()) !== 1) throw new Error('the change did not come');
    trips.push(performance.now() - asked);
  }
  return { push, pull, roundTrip: median(trips) };
}

/** A laptop that has read everything before. */
async function headsOf(url: string): Promise<Cursors> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ scope: string; last_number: number }>(
    'select scope, last_number from scopes',
  );
  await client.end();
  return Object.fromEntries(rows.map((row) => [row.scope, row.last_number]));
}
