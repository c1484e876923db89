import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptChanges } from '../../../server/changes/accept-changes';
import { runCommand } from '../../../server/commands/run-command';
import { lockDirectory } from '../../../server/lock-directory';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { makeReady } from '../ready-directory';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';
import { openTestDatabase } from '../open-test-database';
import { testFolder } from '../test-folder';

describe('The backup commands of the server', () => {
  let directory: string;
  let recipient: string;
  const at = (name: string) => join(directory, name);
  beforeAll(async () => {
    directory = await mkdtemp(join(testFolder(), 'xunji-commands-'));
    await makeReady(at('office'));
    const database = await openTestDatabase({ directory: at('office') });
    const changes = [noteChange(), noteChange()];
    await acceptChanges(
      database,
      { protocol: 2, device: 'd', epoch: null, cursors: {}, views: {}, changes },
      asOffice,
    );
    await database.close();
    await mkdir(at('office/blobs/ab'), { recursive: true });
    await writeFile(at(`office/blobs/ab/${'ab'.repeat(32)}`), 'not the bytes of this name');
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  async function run(...args: string[]) {
    const said = { out: '', err: '' };
    const code = await runCommand(args, {
      fileSystem: nodeFileSystem,
      cwd: directory,
      clock: () => Date.parse('2024-05-01T08:00:00Z'),
      random: (length) => new Uint8Array(length),
      environment: {},
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
    });
    return { code, ...said };
  }

  test('make a key whose private half stays in a file of its owner', async () => {
    const made = await run('backup-key', '--out', at('key.txt'));
    recipient = /age1[0-9a-z]+/.exec(made.out)?.[0] ?? '';
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).not.toContain('AGE-SECRET-KEY');
    expect((await stat(at('key.txt'))).mode & 0o077).toBe(0);
  });

  test('make no key over one that is there: it may be all that opens the backups so far', async () => {
    const before = await readFile(at('key.txt'), 'utf8');
    const again = await run('backup-key', '--out', at('key.txt'));
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(/已经存在[^]*is there already/);
    expect(await readFile(at('key.txt'), 'utf8')).toBe(before);
  });

  test('say what is missing, in both languages, and leave a running server alone', async () => {
    expect((await run('backup')).err).toMatch(/用法：backup --to[^]*Usage: backup --to/);
    expect((await run('restore')).err).toMatch(/用法：restore --from/);
    expect((await run('backup', '--to', at('backup'))).err).toMatch(/无法读取备份密钥/);
    const lock = await lockDirectory(at('office'));
    const refused = await run(
      'backup',
      '--to',
      at('backup'),
      '--recipient',
      recipient,
      '--data',
      at('office'),
    );
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/正被另一个巡记中心服务器使用/);
    await (lock.ok ? lock.value.release() : null);
    expect(await runCommand(['--port', '0'], {} as never)).toBeNull();
  });

  test('write a backup, tell of a file that is not what its name says, and restore the rest', async () => {
    const write = () => run('backup', '--to', at('backup'), '--recipient', recipient, '--data', at('office'));
    const restore = () => run('restore', '--from', at('backup'), '--key', at('key.txt'), '--data', at('new'));
    const written = await write();
    expect(written).toMatchObject({ code: 0, err: '' });
    expect(written.out).toMatch(/有 1 个附件在服务器上已损坏，未备份[^]*abab/);
    const [folder = ''] = await readdir(at('backup/parts'));
    const [part = ''] = await readdir(at(`backup/parts/${folder}`));
    const path = at(`backup/parts/${folder}/${part}`);
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(1));
    const broken = await restore();
    expect(broken).toMatchObject({ code: 1, out: '' });
    expect(broken.err).toMatch(/1 个文件缺失、损坏/);
    expect(await readdir(directory)).not.toContain('new');
    await writeFile(path, bytes);
    expect((await restore()).out).toMatch(/已恢复 restored: 2024-05-01T08-00-00-000Z[^]*请立即核对/);
    const second = await restore();
    expect(second).toMatchObject({ code: 1 });
    expect(second.err).toMatch(/目标里已有数据/);
    const restored = await openTestDatabase({ directory: at('new') });
    const rows = await restored.transact(({ query }) => query(`select id from changes`));
    expect(rows).toHaveLength(2);
    await restored.close();
  });
});
