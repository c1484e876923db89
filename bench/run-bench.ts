import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildApp } from '../build/steps/build-app';
import { ensureBrowser } from '../build/steps/ensure-browser';
import { ensurePostgres } from '../build/steps/ensure-postgres';
import { startPostgres } from '../tests/server/postgres';
import type { Bench } from './bench';
import { ensurePeers } from './ensure-peers';
import { type Measured, writeReport } from './report';
import { fleetRows } from './rows/fleet-rows';
import { growthRows } from './rows/growth-rows';
import { intakeRows } from './rows/intake-rows';
import { lossRows } from './rows/loss-rows';
import { syncRows } from './rows/sync-rows';
import { uploadRows } from './rows/upload-rows';

/** Each measures some rows of the table; named on the command line to have only those. */
const parts: Readonly<Record<string, (bench: Bench) => Promise<readonly Measured[]>>> = {
  push: syncRows,
  pull: syncRows,
  intake: intakeRows,
  growth: growthRows,
  fleet: fleetRows,
  loss: lossRows,
  upload: uploadRows,
};

/** `npm run bench -- [part …] [--repeats 3] [--quick]`: measures Xunji against its peers and the machine's limits, in one run. */
export async function runBench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { repeats: { type: 'string', default: '3' }, quick: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
  const strange = wanted.filter((name) => !Object.hasOwn(parts, name));
  if (strange.length > 0)
    throw new Error(`${strange.join(', ')}? There are: ${Object.keys(parts).join(', ')}.`);
  const needsPeers = wanted.some((name) => parts[name] === syncRows);
  if (needsPeers) await ensureBrowser();
  if (needsPeers) await ensurePeers();
  await ensurePostgres();
  await buildApp();
  const postgres = await startPostgres();
  const bench: Bench = {
    repeats: Number(values.repeats),
    isQuick: values.quick,
    newDatabase: () => newDatabase(postgres.url),
  };
  try {
    const rows: Measured[] = [];
    // Push and pull are one measurement.
    for (const part of new Set(wanted.map((name) => parts[name])))
      rows.push(...((await part?.(bench)) ?? []));
    await writeReport(rows);
  } finally {
    await postgres.stop();
  }
}

async function newDatabase(url: string): Promise<string> {
  const name = `bench_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}
