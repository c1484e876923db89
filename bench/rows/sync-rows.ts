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

/**
 * Taken in before, of another tour: servers run for weeks, and neither is measured on its first requests. The program that a
 * server is gets its speed from the thousands of changes that it has seen.
 */
const warmUp = 10_000;

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
    await httpLaptop(server, 'laptop-that-warms-up').push(changesOf(issues(warmUp), 'warm-up'), 2000);
    const tour = freshTour();
    const writer = await openXunjiLaptop(join(folder, 'writer'), issues(count, tour));
    // What others handed in is not his to read: PouchDB's push reads nothing either.
    await server.run('user', 'add', 'inspector', '--name', '检查员', '--role', 'inspector');
    const push = await writer.push(server, 'inspector');
    await writer.app.close();
    await server.run('user', 'add', 'secretary', '--name', '秘书', '--role', 'secretary');
    await server.run('grant', 'give', 'secretary', tour);
    const reader = await openXunjiLaptop(join(folder, 'reader'), []);
    const pull = await reader.pull(server, 'secretary', count);
    await reader.app.close();
    await server.kill();
    return { push, pull };
  });
}

async function pouch(count: number): Promise<Millis> {
  return inFolder(async (folder) => {
    const server = await startCouchServer(join(folder, 'server'));
    const warming = await openPouchLaptop(join(folder, 'warming'), server, issues(warmUp));
    await warming.push(server, 'before');
    await warming.close();
    const writer = await openPouchLaptop(join(folder, 'writer'), server, issues(count));
    const push = await writer.push(server, 'office');
    await writer.close();
    const reader = await openPouchLaptop(join(folder, 'reader'), server, []);
    const pull = await reader.pull(server, 'office', count);
    await reader.close();
    await server.stop();
    return { push, pull };
  });
}

let seed = 0;

/** Others each time: a record has one tour, so that a server which knows it in another refuses it. */
function issues(count: number, tour = freshTour()): readonly SampleIssue[] {
  seed += 1;
  return sampleIssues(count, tour, seed);
}
