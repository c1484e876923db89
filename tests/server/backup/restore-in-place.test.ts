import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { askDoor } from '../../../server/door/ask-door';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { accountPaths, auditPageSchema } from '../../../shared/protocol/accounts';
import { backupsPath, backupsSchema, restorePath, restoreViewSchema } from '../../../shared/protocol/backups';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { administratorOf } from '../server-administrator';
import { type ServerProcess, startProcess } from '../server-process';
import { signedFetch } from '../signed';

/** Where a restore is killed while it is prepared: at once, and at moments of what follows. */
const killAfter = [0, 250, 1500];

describe('A restore that an administrator begins on a running server', () => {
  let directory: string;
  let identity: string;
  let server: ServerProcess;
  let state: string;

  const env = async () => ({
    XUNJI_BACKUP: join(directory, 'backups'),
    XUNJI_BACKUP_RECIPIENT: await identityToRecipient(identity),
    XUNJI_BACKUP_MINUTES: '600',
  });
  const start = async () => (server = await startProcess({ directory, env: await env() }));

  beforeAll(async () => {
    directory = await makeReadyDirectory();
    identity = await generateX25519Identity();
    await mkdir(join(directory, 'backups'), { recursive: true });
    await start();
    await addUser('before');
    // The first one, which a start makes, may have been there before the account was.
    const first = (await get(backupsPath, backupsSchema)).states.length;
    await post(backupsPath, {});
    await vi.waitUntil(
      async () => {
        const { isRunning, states } = await get(backupsPath, backupsSchema);
        state = states[0]?.id ?? '';
        return !isRunning && states.length > first;
      },
      { timeout: 60_000, interval: 100 },
    );
    await addUser('since');
  });
  afterAll(async () => {
    await server?.end('SIGKILL');
    await removeDataDirectory(directory);
  });

  async function run(...args: readonly string[]): Promise<string> {
    const asked = { args: [...args], cwd: directory, environment: { XUNJI_PASSWORD: 'a sample password' } };
    return (await askDoor(directory, asked, nodeFileSystem))?.out ?? '';
  }
  const addUser = (login: string) => run('user', 'add', login, '--name', login, '--role', 'inspector');
  const users = async () => ['before', 'since'].filter((login) => listed.includes(login));
  let listed = '';
  const epoch = () => readFile(join(directory, 'epoch'), 'utf8');

  async function send(method: string, path: string, body?: object): Promise<Response> {
    const fetch = signedFetch(await administratorOf(server, directory));
    const text = body && JSON.stringify(body);
    return fetch(`${server.url}${path}`, {
      method,
      ...(text && { headers: { 'content-type': 'application/json' }, body: text }),
    });
  }
  const post = (path: string, body: object) => send('POST', path, body);
  async function get<T>(path: string, schema: { parse(value: unknown): T }): Promise<T> {
    return schema.parse(await (await send('GET', path)).json());
  }
  const view = () => get(restorePath, restoreViewSchema);
  const prepare = () => post(`${backupsPath}/${state}/restore`, { identity });

  test('another key, or one that is none, is told, and nothing is prepared', async () => {
    const wrong = await post(`${backupsPath}/${state}/restore`, { identity: 'no key' });
    expect([wrong.status, JSON.stringify(await wrong.json())]).toEqual([
      400,
      expect.stringContaining('backup.keyUnreadable'),
    ]);
    const other = await generateX25519Identity();
    expect((await post(`${backupsPath}/${state}/restore`, { identity: other })).status).toBe(204);
    await expect.poll(view).toMatchObject({ kind: 'failed', problem: { code: 'backup.none' } });
    expect((await post(`${backupsPath}/${state}/replace`, {})).status).toBe(409);
    await expect.poll(() => readdir(directory)).not.toContain('restore');
  });

  test('killed while it is prepared, the office is as it was', { timeout: 180_000 }, async () => {
    const before = await epoch();
    for (const millis of killAfter) {
      expect((await prepare()).status).toBe(204);
      await sleep(millis);
      await server.end('SIGKILL');
      await start();
      listed = await run('user', 'list');
      expect([millis, await epoch(), await users()]).toEqual([millis, before, ['before', 'since']]);
      expect(await readdir(directory)).not.toContain('restore');
    }
  });

  test('whoever is sent away after it was prepared does not come back by it', async () => {
    await ready();
    await run('user', 'disable', 'before');
    const late = await post(`${backupsPath}/${state}/replace`, {});
    expect([late.status, await view()]).toMatchObject([409, { kind: 'none' }]);
    await ready();
    await run('user', 'enable', 'before');
    await send('DELETE', restorePath);
    expect(await view()).toEqual({ kind: 'none' });
    const noted = async (act: string) =>
      (await get(`${accountPaths.audit}?act=${act}`, auditPageSchema)).entries.map(({ subject }) => subject);
    expect([(await noted('restore.refused')).includes(state), await noted('restore.givenUp')]).toEqual([
      true,
      [''],
    ]);
  });

  test(
    'ordered and killed, the restored office is there with the next start, and the former one is kept',
    { timeout: 120_000 },
    async () => {
      const before = await epoch();
      await ready();
      expect((await post(`${backupsPath}/${state}/replace`, {})).status).toBe(204);
      await server.end('SIGKILL');
      await start();
      listed = await run('user', 'list');
      expect(await users()).toEqual(['before']);
      expect(await epoch()).not.toBe(before);
      const [aside = ''] = await readdir(join(directory, 'replaced'));
      expect(await readFile(join(directory, 'replaced', aside, 'epoch'), 'utf8')).toBe(before);
    },
  );

  test('the server takes it up by itself under the same address', { timeout: 120_000 }, async () => {
    await addUser('since');
    const before = await epoch();
    await ready();
    await post(`${backupsPath}/${state}/replace`, {});
    await expect
      .poll(() => server.output().match(/^Xunji server ready/gm)?.length, { timeout: 60_000 })
      .toBe(2);
    expect(new Set(server.output().match(/^Xunji server ready .*$/gm)).size).toBe(1);
    listed = await run('user', 'list');
    expect([await users(), (await epoch()) === before]).toEqual([['before'], false]);
    expect(await run('audit', 'check')).not.toBe('');
  });

  /** Prepared, and told what it would be. */
  async function ready(): Promise<void> {
    expect((await prepare()).status).toBe(204);
    await expect.poll(view, { timeout: 60_000 }).toMatchObject({ kind: 'ready', state, lost: 0 });
  }
});
