import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBackupDesk } from '../../../server/backup/backup-desk';
import { openBackupFolder } from '../../../server/backup/backup-folder';
import { readEnded } from '../../../server/backup/read-ended';
import { restoreBackup } from '../../../server/backup/restore-backup';
import { runBackup } from '../../../server/backup/run-backup';
import { storeBlobs } from '../../../server/backup/store-blobs';
import { writeBackup } from '../../../server/backup/write-backup';
import type { Database } from '../../../server/database/database';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import { succeed } from '../../../shared/outcome';
import type { Problem } from '../../../shared/problems';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { removeDataDirectory } from '../data-directory';
import { openTestDatabase } from '../open-test-database';
import { makeReady, makeReadyDirectory } from '../ready-directory';

// What is lost once is lost: one try.
describe('Backups of a server whose clock jumps', { retry: 0 }, () => {
  let directory: string;
  let database: Database;
  let identity: string;
  let recipient: string;

  beforeEach(async () => {
    directory = await makeReadyDirectory();
    database = await openTestDatabase({ directory });
    identity = await generateX25519Identity();
    recipient = await identityToRecipient(identity);
  });
  afterEach(async () => {
    await database.close();
    await removeDataDirectory(directory);
  });

  const target = () => ({ directory: join(directory, 'backups'), recipient });
  const blobs = () => storeBlobs(openDiskBlobs(join(directory, 'blobs'), nodeFileSystem));
  const folder = () => openBackupFolder(nodeFileSystem, target().directory, recipient);
  const states = async () => (await folder()).states();

  /** A backup by a server whose clock says this. */
  async function backUpAt(moment: string): Promise<string> {
    const machine = { fileSystem: nodeFileSystem, clock: () => Date.parse(moment) };
    const written = await runBackup({ database, blobs: blobs() }, target(), machine);
    return written.ok ? written.value.id : '';
  }

  async function revoke(revokedAt: string): Promise<void> {
    await database.transact(({ put }) =>
      put('devices', [
        {
          scope: 'server',
          id: 'laptop-1',
          account: 'account-1',
          name: '丢失的电脑',
          signing_key: 'k',
          sealing_key: 'k',
          version: '0.1.0',
          enrolled_at: '2026-01-01T00:00:00.000Z',
          revoked_at: revokedAt,
        },
      ]),
    );
  }

  test('a clock that is ahead for several backups, and then put right, costs no earlier state', async () => {
    const before: string[] = [];
    for (const moment of ['2026-11-10T08:00:00Z', '2026-11-16T08:00:00Z', '2026-11-20T08:00:00Z'])
      before.push(await backUpAt(moment));
    for (const moment of ['2099-01-01T08:00:00Z', '2099-01-01T08:05:00Z', '2099-01-02T08:00:00Z'])
      await backUpAt(moment);
    expect(await states()).toEqual(expect.arrayContaining(before));
    await backUpAt('2026-11-21T08:00:00Z');
    expect(await states()).toEqual(expect.arrayContaining(before));
    expect(await states()).toHaveLength(7);
  });

  test('the newest is the one that was written last, and what it tells of ended access holds', async () => {
    await revoke('');
    const older = await backUpAt('2026-11-20T08:00:00Z');
    const ahead = await backUpAt('2099-01-01T08:00:00Z');
    await revoke('2026-11-21T07:00:00.000Z');
    const newest = await backUpAt('2026-11-21T08:00:00Z');
    expect(await states()).toEqual([older, ahead, newest]);
    for (const id of [older, ahead]) {
      const { state, devices } = await readEnded(await folder(), id, identity);
      expect([state, [...devices.keys()]]).toEqual([newest, ['laptop-1']]);
    }
    const restored = await restore();
    expect(restored).toMatchObject({ ok: true, value: { manifest: { id: newest } } });
  });

  test('what an older Xunji wrote with its clock ahead is older than all that is written now', async () => {
    const unnumbered = ['2026-11-20T08-00-00-000Z', '2099-01-01T08-00-00-000Z'];
    for (const id of unnumbered) await writeBackup(database, blobs(), await folder(), { id, at: '' });
    const newest = await backUpAt('2026-11-21T08:00:00Z');
    expect(await states()).toEqual([...unnumbered, newest]);
    expect(await restore()).toMatchObject({ ok: true, value: { manifest: { id: newest } } });
  });

  test('a clock that stands at the same moment at each start overwrites no state', async () => {
    const ids = [await backUpAt('2000-01-01T00:00:00Z'), await backUpAt('2000-01-01T00:00:00Z')];
    expect(await states()).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });

  test('whoever looks after the server is told, once, and administrators for a week', async () => {
    await backUpAt('2026-11-20T08:00:00Z');
    const said: Problem[] = [];
    let moment = '2099-01-01T08:00:00Z';
    const machine = {
      fileSystem: nodeFileSystem,
      clock: () => Date.parse(moment),
      say: (problem: Problem) => void said.push(problem),
    };
    const desk = openBackupDesk(
      { directory: target().directory, minutes: 60 },
      machine,
      async () => {
        await backUpAt(moment);
        return succeed({ damaged: [] });
      },
      () => undefined,
    );
    expect(await desk.describe()).toMatchObject({ jump: null });
    desk.start();
    const jump = { from: '2026-11-20T08:00:00Z', to: '2099-01-01T08:00:00Z' };
    await expect.poll(() => desk.describe()).toMatchObject({ jump, isRunning: false });
    expect(said).toMatchObject([{ code: 'backup.clockJumped', details: jump }]);
    moment = '2099-01-03T08:00:00Z';
    desk.begin();
    await expect.poll(async () => (await desk.describe()).states).toHaveLength(3);
    await desk.stop();
    expect(await desk.describe()).toMatchObject({ jump });
    expect(said).toHaveLength(1);
  });

  async function restore() {
    const to = join(directory, 'restored');
    await rm(to, { recursive: true, force: true });
    await makeReady(`${to}.restoring`);
    return restoreBackup({
      from: target().directory,
      identity,
      directory: to,
      fileSystem: nodeFileSystem,
      clock: () => Date.parse('2026-11-22T08:00:00Z'),
      newId: () => 'epoch-2',
      by: { account: 'command line', device: '' },
    });
  }
});
