import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../build/driver/start-server';
import type { Bench } from '../bench';
import { type Copier, copyOnPglite, copyOnPostgres, filledTables } from '../copy-rows';
import { inFolder } from '../in-folder';
import { inTurn } from '../in-turn';
import { httpLaptop } from '../laptops/http-laptop';
import { changesOf, freshTour } from '../laptops/xunji-laptop';
import { median } from '../median';
import type { Measured } from '../report';
import { sampleIssues } from '../sample-issues';

/** As many changes as an exchange carries. */
const batch = 2000;

interface Millis {
  readonly intake: number;
  readonly copy: number;
}

/**
 * How near the intake (HTTP, every change checked, known ones skipped, numbered, merged, durable) comes to COPY of the very rows
 * that it left, into the same tables with their indexes; on PGlite with one flush of the same bytes, since that has none of its own.
 */
export async function intakeRows(bench: Bench): Promise<readonly Measured[]> {
  const count = bench.isQuick ? 4000 : 10_000;
  const results = await inTurn<Millis>(
    {
      PostgreSQL: async () => {
        const url = await bench.newDatabase();
        return measure(count, url, () => copyOnPostgres(url));
      },
      PGlite: () => measure(count, undefined, (folder) => copyOnPglite(join(folder, 'server/database'))),
    },
    bench.repeats,
  );
  return Object.entries(results).map(([database, rounds]): Measured => {
    const ours = median(rounds.map(({ intake }) => intake));
    const limit = median(rounds.map(({ copy }) => copy));
    const ratio = median(rounds.map(({ intake, copy }) => copy / intake));
    const name = `intake of ${count} changes, ${database}: share of COPY's speed`;
    return {
      name,
      unit: 'ms',
      ours,
      peer: null,
      limit,
      ratio,
      target: { better: 'higher', floor: 0.3, goal: 0.6 },
    };
  });
}

async function measure(
  count: number,
  databaseUrl: string | undefined,
  openCopier: (folder: string) => Promise<Copier>,
): Promise<Millis> {
  return inFolder(async (folder) => {
    const server = await startServer(join(folder, 'server'), { databaseUrl });
    const laptop = httpLaptop(server, 'laptop-of-bench');
    // Servers run for weeks: none is measured on its first requests.
    await laptop.push(changesOf(sampleIssues(count, freshTour(), 7), 'warm-up'), batch);
    const tour = freshTour();
    const changes = changesOf(sampleIssues(count, tour, 8), 'laptop-of-bench');
    const begun = performance.now();
    await laptop.push(changes, batch);
    const intake = performance.now() - begun;
    await server.stop();

    const copier = await openCopier(folder);
    const rows = new Map<string, Buffer>();
    for (const table of filledTables) rows.set(table, await copier.out(table, tour));
    await copier.run(`truncate ${filledTables.join(', ')}`);
    const copied = performance.now();
    await copier.run('begin');
    for (const [table, bytes] of rows) await copier.into(table, bytes);
    await copier.run('commit');
    if (databaseUrl === undefined) await flush(join(folder, 'flushed'), [...rows.values()]);
    const copy = performance.now() - copied;
    await copier.close();
    return { intake, copy };
  });
}

async function flush(path: string, bytes: readonly Buffer[]): Promise<void> {
  const file = await open(path, 'w');
  for (const part of bytes) await file.writeFile(part);
  await file.datasync();
  await file.close();
}
