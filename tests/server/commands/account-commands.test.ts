import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrol } from '../../../server/access/enrol';
import { runCommand } from '../../../server/commands/run-command';
import { lockDirectory } from '../../../server/lock-directory';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { enrolRequestSchema } from '../../../shared/protocol/session';
import { makeReadyDirectory, removeDataDirectory } from '../data-directory';
import { openTestDatabase } from '../open-test-database';
import { makeTestLaptop } from '../test-laptop';

describe('The account commands of the server', () => {
  const now = Date.parse('2026-05-20T08:00:00Z');
  let directory: string;
  beforeAll(async () => {
    directory = await makeReadyDirectory();
  });
  afterAll(() => removeDataDirectory(directory));

  async function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    const said = { out: '', err: '' };
    const code = await runCommand([...args, '--data', directory], {
      fileSystem: nodeFileSystem,
      cwd: directory,
      clock: () => now,
      random: (length) => randomBytes(length),
      environment,
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
