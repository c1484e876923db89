import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningServer, startServer } from '../../build/driver/start-server';
import type { Change } from '../../shared/changes/change';
import { writeInLines } from '../../shared/protocol/in-lines';
import { type ExchangeReply, paths } from '../../shared/protocol/sync';
import type { TestLaptop } from '../../tests/server/test-laptop';
import { createBatchSize } from '../../shared/sync/batch-size';
import type { Bench } from '../bench';
import { inFolder } from '../in-folder';
import { inTurn } from '../in-turn';
import { inspectorsLaptop } from '../laptops/enrolled-laptop';
import { changesOf, freshTour } from '../laptops/xunji-laptop';
import { median, percentile } from '../median';
import type { Measured } from '../report';
import { sampleIssues } from '../sample-issues';

/** What an evening brings from each. */
const perLaptop = 1000;

interface Evening {
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly errors: number;
  /** The most memory that the server ever had, MB. */
  readonly memory: number;
}

/**
 * The evening: all laptops hand in what they have at the same moment, each a tour of its own inspector; how long until the last one
 * is done, how unequally they wait, and what the server needs for it.
 */
export async function fleetRows(bench: Bench): Promise<readonly Measured[]> {
  const laptops = bench.isQuick ? 30 : 300;
  const results = await inTurn<Evening>(
    {
      PostgreSQL: async () => evening(await bench.newDatabase(), laptops),
      PGlite: () => evening(undefined, laptops),
    },
    // One round of it lasts as long as all others together.
    1,
  );
  return Object.entries(results).flatMap(([database, rounds]): Measured[] => {
    const middle = (figure: keyof Evening) => median(rounds.map((round) => round[figure]));
    const work = `${laptops} laptops × ${perLaptop} changes at once, ${database}`;
    const row = (
      name: string,
      unit: string,
      ours: number,
      limit: number | null,
      bound: Measured['target'],
    ) => ({
      name: `${work}: ${name}`,
      unit,
      ours,
      peer: null,
      limit,
      ratio: ours / (limit ?? 1),
      target: bound,
    });
    return [
      row('until the last is done', 's', middle('seconds'), null, { better: 'lower', floor: 90, goal: 45 }),
      row('p95 ÷ p50 of a request', 'ms', middle('p95'), middle('p50'), {
        better: 'lower',
        floor: 3,
        goal: 1.5,
      }),
      row('errors', 'requests', middle('errors'), null, { better: 'lower', floor: 0, goal: 0 }),
      row('memory of the server', 'MB', middle('memory'), null, { better: 'lower', floor: 2000, goal: 1000 }),
    ];
  });
}

async function evening(databaseUrl: string | undefined, count: number): Promise<Evening> {
  return inFolder(async (folder) => {
    const server = await startServer(join(folder, 'server'), { databaseUrl });
    const laptops: TestLaptop[] = [];
    for (let index = 0; index < count; index += 1) laptops.push(await inspectorsLaptop(server));
    const days = laptops.map((laptop, index) =>
      changesOf(sampleIssues(perLaptop, freshTour(), index), laptop.id),
    );
    const waits: number[] = [];
    const begun = performance.now();
    const ended = await Promise.allSettled(
      laptops.map((laptop, index) => handIn(server.url, laptop, days[index] ?? [], waits)),
    );
    const seconds = (performance.now() - begun) / 1000;
    const memory = await peakMemory(server);
    await server.stop();
    const errors = ended.filter(({ status }) => status === 'rejected').length;
    return { seconds, p50: percentile(waits, 0.5), p95: percentile(waits, 0.95), errors, memory };
  });
}

/** As laptops do: as many at once as the app sends, a line for each change. */
async function handIn(
  url: string,
  laptop: TestLaptop,
  changes: readonly Change[],
  waits: number[],
): Promise<void> {
  let known: Pick<ExchangeReply, 'cursors' | 'views'> & { readonly epoch: string | null } = {
    epoch: null,
    cursors: {},
    views: {},
  };
  const size = createBatchSize();
  for (let from = 0; from < changes.length;) {
    const { epoch, cursors, views } = known;
    const sent = changes.slice(from, from + size.most());
    const begun = performance.now();
    const head = { protocol: 2, device: laptop.id, epoch, cursors, views };
    const texts = sent.map((change) => JSON.stringify(change));
    const body = writeInLines(head, 'changes', texts);
    const headers = {
      ...laptop.headersFor('POST', paths.exchange, body),
      'content-type': 'application/json',
    };
    const answer = await fetch(url + paths.exchange, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const reply = (await answer.json()) as ExchangeReply;
    waits.push(performance.now() - begun);
    if (reply.settled.length !== sent.length) throw new Error('not all were settled');
    known = reply;
    size.note(true, waits.at(-1) ?? 0);
    from += sent.length;
  }
}

async function peakMemory(server: RunningServer): Promise<number> {
  const status = await readFile(`/proc/${server.process.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
