import { randomBytes } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../server/commands/run-command';
import { lockDirectory } from '../../server/lock-directory';
import { nodeFileSystem } from '../../shared/node/file-system';
import { readJoinCard } from '../../shared/protocol/join-card';
import { removeDataDirectory } from './data-directory';
import { makeReadyDirectory } from './ready-directory';
import { noteChange } from './note-change';
import { exchangeOver } from './pusher';
import { administratorOf } from './server-administrator';
import { runToEnd, startProcess } from './server-process';
import { testFolder } from './test-folder';

/** A command of the server, typed while one is running. */
async function commandOf(directory: string, ...args: readonly string[]) {
  const said = { out: '', err: '' };
  const code = await runCommand([...args, '--data', directory], {
    fileSystem: nodeFileSystem,
    clock: Date.now,
    random: (length) => randomBytes(length),
    environment: {},
    cwd: directory,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { code, ...said };
}

const hasStrace = spawnSync('strace', ['-V']).status === 0;

describe('The server’s process', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await makeReadyDirectory();
  });
  afterAll(() => removeDataDirectory(directory));

  test('says where it listens and how the first administrator is made, does commands meanwhile, and stops cleanly', async () => {
    const first = await startProcess({ directory });
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    await expect.poll(() => first.output()).toContain('user add LOGIN');
    expect((await stat(join(directory, 'door-secret'))).mode & 0o077).toBe(0);
    const administrator = await administratorOf(first, directory);
    const request = { protocol: 2 as const, epoch: null, cursors: {}, views: {} };
    await exchangeOver(first.url, administrator)({ ...request, device: 'a', changes: [noteChange()] });
    const listed = await commandOf(directory, 'user', 'list');
    expect(listed).toEqual({ code: 0, out: 'admin\t示例管理员\tadministrator\n', err: '' });
    const [code = '', card = ''] = (await commandOf(directory, 'enrol', 'admin')).out.split('\n');
    expect(readJoinCard(card)).toEqual({
      serverUrl: first.url,
      code: code.replace('-', ''),
      authorityHash: '',
    });
    expect(await first.end('SIGTERM')).toBe(0);
    expect(await stat(join(directory, 'door-secret')).catch(() => null)).toBeNull();
    const second = await startProcess({ directory });
    expect(second.output()).not.toContain('user add');
    const exchange = exchangeOver(second.url, await administratorOf(second, directory));
    expect((await exchange({ ...request, device: 'b', changes: [] })).newer).toHaveLength(1);
    expect(await second.end('SIGINT')).toBe(0);
    expect(await stat(join(directory, 'database.aside')).catch(() => null)).toBeNull();
  });

  test('a second process on the same data directory is refused 20 times out of 20, in words', async () => {
    const first = await startProcess({ directory });
    const links = await mkdtemp(join(testFolder(), 'xunji-link-'));
    const link = join(links, 'data');
    execFileSync('ln', ['-s', directory, link]);
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const lock = await lockDirectory(attempt % 2 ? directory : link);
      expect(lock).toMatchObject({ ok: false, problem: { code: 'server.inUse' } });
    }
    for (const data of [directory, link]) {
      const { code, stderr } = await runToEnd({ directory: data });
      expect(code).toBe(1);
      expect(stderr).toMatch(/正被另一个巡记中心服务器使用[^]*in use by another Xunji server/);
    }
    await first.end('SIGKILL');
    const next = await startProcess({ directory });
    await next.end('SIGTERM');
    await rm(links, { recursive: true });
  });

  test('a port that is taken is said, and does not cost a rebuild', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = await runToEnd({ directory, port });
    taken.close();
    expect(code).toBe(1);
    expect(stderr).toContain('EADDRINUSE');
    expect(await stat(join(directory, 'database.clean')).catch(() => null)).not.toBeNull();
  });

  test('a PostgreSQL that does not answer is said', async () => {
    const { code, stderr } = await runToEnd({ directory, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(stderr).toContain('ECONNREFUSED');
  });

  test('settings that are not valid are named, and nothing starts', async () => {
    const { code, stderr } = await runToEnd({ directory, env: { XUNJI_ADDRESS: 'office' } });
    expect(code).toBe(1);
    expect(stderr).toContain('address');
  });

  test.skipIf(!hasStrace)(
    'the kernel sees the journal flushed before the answer is written (strace)',
    async () => {
      const log = join(directory, 'strace.log');
      const calls = 'trace=fdatasync,fsync,pwrite64,write,writev,sendto';
      const under = ['strace', '-f', '-y', '-s', '60', '--seccomp-bpf', '-e', calls, '-o', log];
      const server = await startProcess({ directory, under });
      const exchange = exchangeOver(server.url, await administratorOf(server, directory));
      await exchange({
        protocol: 2,
        device: 'a',
        epoch: null,
        cursors: {},
        views: {},
        changes: [noteChange()],
      });
      // strace ends with the process that it runs, not by a signal to itself.
      execFileSync('pkill', ['-TERM', '-P', String(server.pid)]);
      await server.end('SIGCONT');
      const lines = (await readFile(log, 'utf8')).split('\n');
      const answer = lines.findIndex((line) => line.includes('HTTP/1.1 200 OK'));
      const written = lines.findLastIndex((line, at) => at < answer && /pwrite64\(.*\.journal>/.test(line));
      const flush = lines.findIndex((line, at) => at > written && /fdatasync\(.*\.journal>/.test(line));
      expect(written).toBeGreaterThan(0);
      expect(flush).toBeGreaterThan(written);
      const pid = lines[flush]?.split(' ')[0] ?? '';
      const flushed = lines.findIndex(
        (line, at) => at >= flush && line.startsWith(`${pid} `) && /fdatasync.*= 0/.test(line),
      );
      expect(flushed).toBeGreaterThanOrEqual(flush);
      expect(flushed).toBeLessThan(answer);
    },
  );
});
