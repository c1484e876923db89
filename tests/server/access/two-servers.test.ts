import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { noteChange } from '../note-change';
import { type TestPostgres, startPostgres } from '../postgres';
import { readCommitted } from '../read-left';
import { administratorOf } from '../server-administrator';
import { type ServerProcess, startProcess } from '../server-process';
import { type Answer, type Send, type TestLaptop, makeTestLaptop, sendTo } from '../test-laptop';

describe('Two server processes on one PostgreSQL, behind a balancer', () => {
  const directories: string[] = [];
  let postgres: TestPostgres;
  let servers: ServerProcess[];
  let administrator: TestLaptop;
  let turn = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
    const start = async () => {
      const directory = await makeReadyDirectory();
      directories.push(directory);
      return startProcess({ directory, databaseUrl: postgres.url });
    };
    // At the same moment on an empty database: each finds the other one's tables, keys and epoch.
    servers = await Promise.all([start(), start()]);
    administrator = await administratorOf(servers[0] as ServerProcess, directories[0] ?? '');
  });
  afterAll(async () => {
    for (const server of servers ?? []) await server.end('SIGKILL');
    await postgres?.stop();
    for (const directory of directories) await removeDataDirectory(directory);
  });

  /** As a balancer does: every request to the other one, and to the one that is left where the other does not answer. */
  const balanced: Send = async (ask) => {
    turn += 1;
    const urls = [servers[turn % 2], servers[(turn + 1) % 2]].map((server) => server?.url ?? '');
    return sendTo(urls[0] ?? '')(ask).catch(() => sendTo(urls[1] ?? '')(ask));
  };
  const asOffice = (path: string, body: object) =>
    balanced({
      method: 'POST',
      path,
      body,
      headers: administrator.headersFor('POST', path, JSON.stringify(body)),
    });
  const push = (laptop: TestLaptop, changes = [noteChange({ device: laptop.id })]): Promise<Answer> => {
    const body = { protocol: 2, device: laptop.id, epoch: null, cursors: {}, views: {}, changes };
    return laptop.ask('POST', '/api/exchange', body);
  };
  const numbers = async () =>
    (await readCommitted(postgres.url))
      .filter(({ scope }) => scope === 'tour-1')
      .map(({ number }) => number)
      .sort((a, b) => a - b);

  test('a code is spent once, a session of one is good at the other, numbers have no gap, and one may be killed', async () => {
    const made = await asOffice('/api/accounts', { login: 'user', name: '示例用户', role: 'inspector' });
    const { id } = JSON.parse(made.body) as { id: string };
    const { code } = JSON.parse((await asOffice('/api/codes', { account: id })).body) as { code: string };
    const laptops = [makeTestLaptop(balanced), makeTestLaptop(balanced)];
    const enrolled = await Promise.all(laptops.map((laptop) => laptop.enrol(code)));
    expect(enrolled.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 401]);
    const laptop = laptops[enrolled.findIndex(({ statusCode }) => statusCode === 200)] as TestLaptop;
    expect((await laptop.open()).statusCode).toBe(200);
    const answers = await Promise.all(Array.from({ length: 20 }, () => push(laptop)));
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]));
    expect(await numbers()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));

    // Whatever was under way at the one that dies is asked again of the other, and is there once.
    const changes = Array.from({ length: 40 }, () => noteChange({ device: laptop.id }));
    const pushing = changes.map((change) => push(laptop, [change]));
    await Promise.race(pushing);
    await servers[0]?.end('SIGKILL');
    for (const answer of await Promise.all(pushing)) expect(answer.statusCode).toBe(200);
    expect(await numbers()).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));

    await asOffice(`/api/devices/${laptop.id}/revoke`, {});
    expect((await push(laptop)).statusCode).toBe(401);
  });
});
