import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUpByItself } from '../../../server/backup/back-up-by-itself';
import { openBackupDesk } from '../../../server/backup/backup-desk';
import { openBackupFolder } from '../../../server/backup/backup-folder';
import { checkBackup } from '../../../server/backup/check-backup';
import { openRestoreDesk } from '../../../server/backup/restore-desk';
import { runBackup } from '../../../server/backup/run-backup';
import type { BackupBlobs } from '../../../server/backup/write-backup';
import { acceptChanges } from '../../../server/changes/accept-changes';
import type { Database } from '../../../server/database/database';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import { nodeFileSystem } from '../../../shared/node/file-system';
import type { Problem } from '../../../shared/problems';
import { asOffice } from '../as-office';
import { removeDataDirectory } from '../data-directory';
import { noteChange } from '../note-change';
import { openTestDatabase } from '../open-test-database';
import { makeReadyDirectory } from '../ready-directory';

const noBlobs: BackupBlobs = { list: async () => [], read: async () => Readable.from([]) };

describe('A folder of backups', { retry: 0 }, () => {
  let directory: string;
  let database: Database;
  let identity: string;

  beforeEach(async () => {
    directory = await makeReadyDirectory();
    database = await openTestDatabase({ directory });
    identity = await generateX25519Identity();
    const changes = [noteChange()];
    const request = { protocol: 2 as const, device: 'd', epoch: null, cursors: {}, views: {}, changes };
    await acceptChanges(database, request, asOffice);
  });
  afterEach(async () => {
    await database.close();
    await removeDataDirectory(directory);
  });

  const at = (...names: string[]) => join(directory, 'backups', ...names);
  const open = async (key = identity) =>
    openBackupFolder(nodeFileSystem, at(), await identityToRecipient(key));

  async function backUp({ key = identity, blobs = noBlobs } = {}) {
    const target = { directory: at(), recipient: await identityToRecipient(key) };
    return runBackup({ database, blobs }, target, { fileSystem: nodeFileSystem, clock: Date.now });
  }

  /** Broken files of the newest state, read with the key. */
  async function brokenNow(): Promise<readonly string[]> {
    const folder = await open();
    return checkBackup(
      folder,
      await folder.readState((await folder.states()).at(-1) ?? '', identity),
      identity,
    );
  }

  test('takes none for another key: what it has already would open for nobody who has only that', async () => {
    expect(await backUp()).toMatchObject({ ok: true });
    const before = await (await open()).states();
    const other = await backUp({ key: await generateX25519Identity() });
    expect(other).toMatchObject({
      ok: false,
      problem: { code: 'backup.otherKey', details: { directory: at() } },
    });
    expect(await (await open()).states()).toEqual(before);
    expect([(await backUp()).ok, await brokenNow()]).toEqual([true, []]);
  });

  test('that is empty where there had been backups is a share that is not connected: nothing is written there by itself', async () => {
    const [memory, share] = [join(directory, 'last-backup.json'), join(directory, 'share')];
    const target = { directory: at(), recipient: await identityToRecipient(identity) };
    const machine = { fileSystem: nodeFileSystem, clock: Date.now };
    const byItself = () => backUpByItself({ database, blobs: noBlobs }, target, machine, memory);
    expect([(await byItself()).ok, (await byItself()).ok]).toEqual([true, true]);
    const last = (await (await open()).states()).at(-1);

    await rename(at(), share);
    await mkdir(at());
    const problem = { code: 'backup.folderEmpty', details: { directory: at(), last } };
    expect(await byItself()).toEqual({ ok: false, problem });
    expect(await readdir(at())).toEqual([]);

    await rename(share, at());
    expect([(await byItself()).ok, (await (await open()).states()).length]).toEqual([true, 3]);
    await rename(at(), share);
    expect([(await backUp()).ok, (await byItself()).ok]).toEqual([true, true]);
  });

  test('has a damaged file written anew once that was found with the key: else every later backup would name it', async () => {
    await backUp();
    const [part, folder] = await aPart();
    const bytes = await readFile(part);
    const harmed = Buffer.from(bytes);
    harmed[harmed.length - 1] = (harmed.at(-1) ?? 0) ^ 1;
    await writeFile(part, harmed);
    await backUp();
    expect(await brokenNow()).toHaveLength(1);
    expect(await check()).toMatchObject({ ok: true, value: { brokenCount: 1 } });
    expect(await readdir(folder)).toContainEqual(expect.stringMatching(/\.broken$/));
    await backUp();
    expect(await brokenNow()).toEqual([]);
    expect(await check()).toMatchObject({ ok: true, value: { brokenCount: 0 } });
  });

  test('keeps a file that is for another key, of a folder from before that was refused', async () => {
    await backUp();
    const [part] = await aPart();
    const other = new Encrypter();
    other.addRecipient(await identityToRecipient(await generateX25519Identity()));
    const foreign = Buffer.from(await other.encrypt('as good as any'));
    await writeFile(part, foreign);
    expect(await check()).toMatchObject({ ok: true, value: { brokenCount: 1 } });
    expect((await readFile(part)).equals(foreign)).toBe(true);
  });

  test('gets the log and every other file where one cannot be read, and administrators hear of that one', async () => {
    const [bad, good] = [hashOf('bad'), hashOf('good')];
    const blobs: BackupBlobs = {
      list: async () => [bad, good].map((sha256) => ({ sha256, size: 4 })),
      read: async (sha256) =>
        sha256 === good
          ? Readable.from([Buffer.from('good')])
          : new Readable({
              read() {
                this.destroy(Object.assign(new Error('i/o error'), { code: 'EIO' }));
              },
            }),
    };
    const said: Problem[] = [];
    const desk = deskOf(() => backUp({ blobs }), said);
    desk.start();
    await expect
      .poll(() => desk.describe())
      .toMatchObject({
        isRunning: false,
        failedAt: '',
        damaged: { count: 1, first: bad },
      });
    await desk.stop();
    expect(said).toMatchObject([{ code: 'backup.filesDamaged' }]);
    expect(await brokenNow()).toEqual([]);
    const folder = await open();
    const manifest = await folder.readState((await folder.states()).at(-1) ?? '', identity);
    expect(manifest).toMatchObject({ damaged: [bad], blobs: [{ sha256: good }] });
  });

  test('says in words why none is made, where it is for another key', async () => {
    await backUp();
    const key = await generateX25519Identity();
    const desk = deskOf(() => backUp({ key }), []);
    desk.start();
    await expect.poll(() => desk.describe()).toMatchObject({ problem: { code: 'backup.otherKey' } });
    await desk.stop();
    expect((await desk.describe()).failedAt).not.toBe('');
  });

  test('is cleared of what a stop left half, and not of what a share puts into it', async () => {
    await backUp();
    const [part, folder] = await aPart();
    const lost = join(folder, `${'0'.repeat(64)}.age`);
    await writeFile(lost, 'named by a list without a state');
    await writeFile(at('states', '2024-05-01T08-00-00-000Z-1.names'), `parts/${'0'.repeat(64)}`);
    await writeFile(at('states', '2024-05-01T08-00-00-000Z-1.age.tmp'), 'half a state');
    await mkdir(join(folder, '@eaDir', 'x'), { recursive: true });
    await mkdir(at('blobs', '@eaDir', 'x'), { recursive: true });
    await writeFile(at('parts', '.DS_Store'), '');
    expect(await backUp()).toMatchObject({ ok: true });
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['@eaDir', basename(part)]));
    expect(await readdir(folder)).not.toContain(basename(lost));
    expect((await readdir(at('states'))).filter((name) => name.startsWith('2024'))).toEqual([]);
  });

  test('is restored by one of two who ask at the same moment', { timeout: 120_000 }, async () => {
    await backUp();
    const state = (await (await open()).states()).at(-1) ?? '';
    const desk = openRestoreDesk({
      from: at(),
      directory,
      database,
      blobs: openDiskBlobs(join(directory, 'blobs'), nodeFileSystem),
      fileSystem: nodeFileSystem,
      clock: Date.now,
      newId: randomUUID,
      beginAnew: () => undefined,
    });
    const by = { account: 'a', role: 'administrator', person: '', device: 'd', isSignedIn: true } as const;
    const asked = await Promise.all([desk.prepare(state, identity, by), desk.prepare(state, identity, by)]);
    expect(asked).toMatchObject([{ ok: true }, { ok: false, problem: { code: 'restore.underWay' } }]);
    await expect.poll(() => desk.describe(), { timeout: 30_000 }).toMatchObject({ kind: 'ready', state });
    // Begun anew, what was prepared before goes first.
    expect(await desk.prepare(state, identity, by)).toMatchObject({ ok: true });
    await expect.poll(() => desk.describe(), { timeout: 30_000 }).toMatchObject({ kind: 'ready', state });
    await desk.giveUp();
    expect([desk.describe(), await readdir(directory)]).toEqual([
      { kind: 'none' },
      expect.not.arrayContaining(['restore']),
    ]);
  });

  /** A part of the log that every state names, and the folder in which it lies. */
  async function aPart(): Promise<readonly [string, string]> {
    const folder = await open();
    const manifest = await folder.readState((await folder.states()).at(-1) ?? '', identity);
    const sha256 = manifest.tables.find(({ name }) => name === 'changes')?.parts[0]?.sha256 ?? '';
    const path = at('parts', sha256.slice(0, 2));
    return [join(path, `${sha256}.age`), path];
  }

  function deskOf(make: () => ReturnType<typeof backUp>, said: Problem[]) {
    const machine = {
      fileSystem: nodeFileSystem,
      clock: Date.now,
      say: (told: Problem) => void said.push(told),
    };
    return openBackupDesk({ directory: at(), minutes: 60 }, machine, make, () => undefined);
  }

  async function check() {
    const state = (await (await open()).states()).at(-1) ?? '';
    return deskOf(backUp, []).check(state, identity);
  }
});

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
