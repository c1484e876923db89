import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrol } from '../../../server/access/enrol';
import type { CommandMachine } from '../../../server/commands/command';
import { runCommand } from '../../../server/commands/run-command';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import { lockDirectory } from '../../../server/lock-directory';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { enrolRequestSchema } from '../../../shared/protocol/session';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { openTestDatabase } from '../open-test-database';
import { makeTestLaptop } from '../test-laptop';

describe('The account commands of the server', () => {
  const now = Date.parse('2026-05-20T08:00:00Z');
  let directory: string;
  beforeAll(async () => {
    directory = await makeReadyDirectory();
  });
  afterAll(() => removeDataDirectory(directory));

  async function run(
    args: readonly string[],
    environment: NodeJS.ProcessEnv = {},
    office?: CommandMachine['office'],
  ) {
    const said = { out: '', err: '' };
    const code = await runCommand([...args, '--data', directory], {
      fileSystem: nodeFileSystem,
      cwd: directory,
      clock: () => now,
      random: (length) => randomBytes(length),
      environment,
      ...(office && { office }),
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
    });
    return { code, ...said };
  }

  test('make the first administrator, list and disable, and print a code that enrols', async () => {
    const add = ['user', 'add', 'boss', '--name', '示例管理员', '--role', 'administrator'];
    expect(await run(add, { XUNJI_PASSWORD: 'short' })).toMatchObject({ code: 1 });
    expect(await run(add, { XUNJI_PASSWORD: 'a sample password' })).toEqual({ code: 0, out: '', err: '' });
    expect((await run(add, { XUNJI_PASSWORD: 'a sample password' })).err).toMatch(/“boss”已被使用/);
    expect((await run(['user', 'disable', 'boss'])).err).toMatch(/最后一个可用的管理员/);
    expect((await run(['user', 'password', 'boss'], { XUNJI_PASSWORD: 'a newer password' })).code).toBe(0);
    expect((await run(['user', 'list'])).out).toBe('boss\t示例管理员\tadministrator\n');
    const code = (await run(['enrol', 'boss'])).out.split('\n')[0] ?? '';
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const database = await openTestDatabase({ directory });
    const laptop = makeTestLaptop(async ({ body }) => {
      const enrolled = await enrol(database, enrolRequestSchema.parse(body), now);
      return { statusCode: enrolled.ok ? 200 : 401, headers: {}, body: JSON.stringify(enrolled) };
    });
    expect((await laptop.enrol(code)).statusCode).toBe(200);
    await database.close();

    expect((await run(['device', 'list', 'nobody'])).err).toMatch(/没有这个账号/);
    const listed = await run(['device', 'list', 'boss']);
    expect(listed.out).toBe(`${laptop.id}\t外业笔记本\tboss\t0.1.0\t尚未联系 never seen\t尚未交回 holds 0\n`);
    expect((await run(['device', 'revoke', 'no-such-laptop'])).code).toBe(1);
    expect(await run(['device', 'revoke', laptop.id])).toMatchObject({
      code: 0,
      out: expect.stringContaining('请尽快备份'),
    });
    expect((await run(['device', 'list'])).out).toContain('2026-05-20T08:00:00.000Z 已停用 revoked');
  });

  test('change an account, give and take a tour, and check the audit log', async () => {
    const add = ['user', 'add', 'li', '--name', '示例用户', '--role', 'inspector'];
    expect(await run(add)).toMatchObject({ code: 0 });
    expect((await run(['user', 'change', 'li', '--role', 'king'])).err).toMatch(/用法：user/);
    expect(await run(['user', 'change', 'li', '--role', 'secretary', '--name', '新名'])).toMatchObject({
      code: 0,
    });
    expect((await run(['user', 'list'])).out).toContain('li\t新名\tsecretary\n');
    expect((await run(['grant', 'give', 'li'])).err).toMatch(/用法：grant/);
    expect(await run(['grant', 'give', 'li', 'tour-1', 'team-2'])).toMatchObject({ code: 0 });
    expect((await run(['grant', 'list'])).out).toBe('li\ttour-1\tteam-2\tgiven\n');
    expect(await run(['grant', 'take', 'li', 'tour-1', 'team-2'])).toMatchObject({ code: 0 });
    expect((await run(['grant', 'list'])).out).toBe('');
    expect((await run(['audit', 'check'])).out).toMatch(/首尾相连/);
    expect((await run(['audit'])).err).toMatch(/用法：audit check/);
    expect((await run(['device'])).err).toMatch(/用法：device list/);
    expect((await run(['user', 'disable', 'li'])).out).toContain('Make a backup soon');
  });

  test('a running server that does them makes a backup once access has ended', async () => {
    const database = await openTestDatabase({ directory });
    let begun = 0;
    const beginBackup = () => void (begun += 1);
    const blobs = openDiskBlobs(directory, nodeFileSystem);
    const office = { database, blobs, directory, door: null, beginBackup };
    for (const [act, backups] of [['disable', 1] as const, ['enable', 1] as const]) {
      expect(await run(['user', act, 'li'], {}, office)).toEqual({ code: 0, out: '', err: '' });
      expect(begun).toBe(backups);
    }
    await database.close();
  });

  test('help names every command', async () => {
    const told = (await run(['help'])).out;
    for (const name of [
      'serve',
      'user',
      'device',
      'grant',
      'enrol',
      'audit',
      'backup',
      'backup-key',
      'restore',
    ])
      expect(told).toContain(name);
  });

  test('sweep says what it found', async () => {
    expect((await run(['sweep'])).out).toMatch(/已清理 0 个/);
  });

  test('say how they are called, and leave a running server alone', async () => {
    expect((await run(['user'])).err).toMatch(/用法：user list/);
    expect((await run(['user', 'add', 'x', '--role', 'king', '--name', '示例'])).err).toMatch(/Usage: user/);
    expect((await run(['enrol'])).err).toMatch(/用法：enrol/);
    expect((await run(['enrol', 'nobody'])).err).toMatch(/没有这个账号/);
    const lock = await lockDirectory(directory);
    expect((await run(['user', 'list'])).err).toMatch(/正被另一个巡记中心服务器使用/);
    if (lock.ok) await lock.value.release();
  });
});
