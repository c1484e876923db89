import { join } from 'node:path';
import { startServer } from '../../build/driver/start-server';
import { inFolder } from '../in-folder';
import { inTurn } from '../in-turn';
import { openPouchLaptop, startCouchServer } from '../laptops/pouch-laptop';
import { httpLaptop } from '../laptops/http-laptop';
import { changesOf, freshTour, openXunjiLaptop } from '../laptops/xunji-laptop';
import { median } from '../median';
import type { Measured } from '../report';
import { type SampleIssue, sampleIssues } from '../sample-issues';
import type { Bench } from '../bench';

interface Millis {
  readonly push: number;
  readonly pull: number;
}

const targets = {
  push: { better: 'higher', floor: 4, goal: 8 },
  pull: { better: 'higher', floor: 3.5, goal: 6 },
} as const;

/** Handed in by somebody else before, and so there for the reader as well. */
const warmUp = 1000;

/**
 * What was typed on one laptop goes to the server, and from there into an empty one: the app as it is shipped on both durable
 * databases, beside PouchDB in the same browser with a server that speaks CouchDB's protocol.
 */
export async function syncRows(bench: Bench): Promise<readonly Measured[]> {
  const count = bench.isQuick ? 2000 : 10_000;
  const results = await inTurn<Millis>(
    {
      'Xunji, PostgreSQL': async () => xunji(await bench.newDatabase(), count),
      'Xunji, PGlite': () => xunji(undefined, count),
      PouchDB: () => pouch(count),
    },
    bench.repeats,
  );
  const middle = (name: string, way: keyof Millis) =>
    median((results[name] ?? []).map((millis) => millis[way]));
  return (['push', 'pull'] as const).flatMap((way) =>
    ['PostgreSQL', 'PGlite'].map((database): Measured => {
      const ours = middle(`Xunji, ${database}`, way);
      const peer = middle('PouchDB', way);
      const name = `${way} of ${count} records, ${database}: times as fast as PouchDB`;
      return { name, unit: 'ms', ours, peer, limit: null, ratio: peer / ours, target: targets[way] };
    }),
  );
}

async function xunji(databaseUrl: string | undefined, count: number): Promise<Millis> {
  return inFolder(async (folder) => {
    const server = await startServer(join(folder, 'server'), { databaseUrl });
    // Servers run for weeks: neither is measured on its first requests.
    await httpLaptop(server, 'laptop-that-warms-up').push(changesOf(issues(warmUp, 1), 'warm-up'), 500);
    const writer = await openXunjiLaptop(join(folder, 'writer'), issues(count));
    // What others handed in is not his to read: PouchDB's push reads nothing either.
    await server.run('user', 'add', 'inspector', '--name', '检查员', '--role', 'inspector');
    const push = await writer.push(server, 'inspector');
    await writer.app.close();
    const reader = await openXunjiLaptop(join(folder, 'reader'), []);
    const pull = await reader.pull(server, count + warmUp);
    await reader.app.close();
    await server.kill();
    return { push, pull };
  });
}

async function pouch(count: number): Promise<Millis> {
  return inFolder(async (folder) => {
    const server = await startCouchServer(join(folder, 'server'));
    const warming = await openPouchLaptop(join(folder, 'warming'), server, issues(warmUp, 1));
    await warming.push(server);
    await warming.close();
    const writer = await openPouchLaptop(join(folder, 'writer'), server, issues(count));
    const push = await writer.push(server);
    await writer.close();
    const reader = await openPouchLaptop(join(folder, 'reader'), server, []);
    const pull = await reader.pull(server, count + warmUp);
    await reader.close();
    await server.stop();
    return { push, pull };
  });
}

function issues(count: number, seed = count): readonly SampleIssue[] {
  return sampleIssues(count, freshTour(), seed);
}
