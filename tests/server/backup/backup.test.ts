import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBackupDesk } from '../../../server/backup/backup-desk';
import { type BackupFolder, openBackupFolder } from '../../../server/backup/backup-folder';
import { checkBackup } from '../../../server/backup/check-backup';
import { nothingEnded, readEnded } from '../../../server/backup/read-ended';
import { restoreOffice } from '../../../server/backup/restore-office';
import { storeBlobs } from '../../../server/backup/store-blobs';
import { whoMayCome } from '../../../server/backup/who-may-come';
import { writeBackup } from '../../../server/backup/write-backup';
import { acceptChanges } from '../../../server/changes/accept-changes';
import type { Database } from '../../../server/database/database';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import type { Change } from '../../../shared/changes/change';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { succeed } from '../../../shared/outcome';
import { makeReady } from '../ready-directory';
import { asOffice } from '../as-office';
import { noteChange } from '../note-change';
import { openTestDatabase } from '../open-test-database';
import { type TestPostgres, startPostgres } from '../postgres';
import { testFolder } from '../test-folder';

const strange = 'NUL \u0000, half a pair \ud83d, quotes "\'\\, 272.80, 😀\nsecond line';

describe('A backup', () => {
  let directory: string;
  let postgres: TestPostgres;
  let source: Database;
  let folder: BackupFolder;
  let identity: string;
  const blobs: Uint8Array[] = [randomBytes(200_000), randomBytes(70), new Uint8Array(0)];
  const backedUp = () => storeBlobs(openDiskBlobs(join(directory, 'blobs'), nodeFileSystem));

  beforeAll(async () => {
    directory = await mkdtemp(join(testFolder(), 'xunji-backup-'));
    postgres = await startPostgres();
    for (const name of ['source', 'restored', 'killed', 'since']) await makeReady(join(directory, name));
    source = await openTestDatabase({ directory: join(directory, 'source') });
    identity = await generateX25519Identity();
    folder = await openBackupFolder(
      nodeFileSystem,
      join(directory, 'backup'),
      await identityToRecipient(identity),
    );
    for (const bytes of blobs) await putBlob(bytes);
    await push([...notes(300), noteChange({ text: strange }), ...notes(20, 'office')]);
    await source.transact(({ put }) =>
      put('grants', [{ scope: 'server', account: 'a', tour: 'tour-1', team: '', source: 'given' }]),
    );
  });
  afterAll(async () => {
    await source.close();
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function putBlob(bytes: Uint8Array): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await mkdir(join(directory, 'blobs', sha256.slice(0, 2)), { recursive: true });
    await writeFile(join(directory, 'blobs', sha256.slice(0, 2), sha256), bytes);
  }

  const push = (changes: readonly Change[]) =>
    acceptChanges(
      source,
      { protocol: 2, device: 'd', epoch: null, cursors: {}, views: {}, changes: [...changes] },
      asOffice,
    );

  test('a desk says what there is, and finds a file that is gone without the key, and one that was changed with it', async () => {
    const id = '2024-05-02T08-00-00-000Z';
    const manifest = await write(id);
    const machine = {
      fileSystem: nodeFileSystem,
      clock: () => Date.parse('2024-05-02T09:00:00Z'),
      say: () => undefined,
    };
    let isAway = true;
    const make = () =>
      isAway ? Promise.reject(new Error('the share is away')) : Promise.resolve(succeed({ damaged: [] }));
    const target = { directory: join(directory, 'backup'), minutes: 60 };
    const failures: unknown[] = [];
    const desk = openBackupDesk(target, machine, make, (error) => failures.push(error));
    desk.start();
    await expect.poll(() => desk.describe()).toMatchObject({ failedAt: '2024-05-02T09:00:00.000Z' });
    expect(failures).toHaveLength(1);
    isAway = false;
    expect(desk.begin()).toEqual({ ok: true, value: null });
    await expect.poll(() => desk.describe()).toMatchObject({ failedAt: '', isRunning: false, target });
    expect((await desk.describe()).states).toContainEqual({ id, at: '2024-05-02T08:00:00Z' });

    const whole = { broken: [], brokenCount: 0, files: manifest.blobs.length };
    expect(await desk.check(id, '')).toMatchObject({ ok: true, value: { ...whole, isRead: false } });
    expect(await desk.check(id, identity)).toMatchObject({ ok: true, value: { ...whole, isRead: true } });
    expect(await desk.check(id, 'no key')).toMatchObject({
      ok: false,
      problem: { code: 'backup.keyUnreadable' },
    });
    expect(await desk.check(id, await generateX25519Identity())).toMatchObject({
      ok: false,
      problem: { code: 'backup.none' },
    });
    expect(await desk.check('none', '')).toMatchObject({ ok: false, problem: { code: 'backup.none' } });

    const [blob] = manifest.blobs;
    const path = join(directory, 'backup/blobs', blob?.sha256.slice(0, 2) ?? '', `${blob?.sha256}.age`);
    const bytes = await readFile(path);
    const changed = Buffer.from(bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    await writeFile(path, changed);
    const broken = { broken: [`blobs/${blob?.sha256}`], brokenCount: 1 };
    expect(await desk.check(id, '')).toMatchObject({ value: { ...whole, isRead: false } });
    expect(await desk.check(id, identity)).toMatchObject({ value: { ...broken, isRead: true } });
    // What was found with the key is out of the way, for the next backup to write anew.
    expect(await desk.check(id, '')).toMatchObject({ value: { ...broken, isRead: false } });
    await writeFile(path, bytes);
    await desk.stop();
  });

  const write = (id: string) => writeBackup(source, backedUp(), folder, { id, at: '2024-05-01T00:00:00Z' });

  test.each([
    ['the embedded database', () => openTestDatabase({ directory: join(directory, 'restored') })],
    ['PostgreSQL', () => openTestDatabase({ directory, url: postgres.url })],
  ])(
    'comes back into %s with the same hashes, and no laptop takes it for the old one',
    async (name, open) => {
      const manifest = await write(`state-${name.length}`);
      expect(await checkBackup(folder, manifest, identity)).toEqual([]);
      const restored = await open();
      expect(await restoreOffice(restored, folder, manifest, identity, 'epoch-2')).toEqual({
        ok: true,
        value: null,
      });
      const again = await writeBackup(restored, backedUp(), folder, { id: 'again', at: '' });
      expect(again.tables).toEqual(manifest.tables);
      expect(again.blobs).toEqual(manifest.blobs);
      expect(restored.epoch).not.toBe(source.epoch);
      expect(await records(restored)).toEqual(await records(source));
      // Twice is refused, and changes nothing.
      expect(await restoreOffice(restored, folder, manifest, identity, 'epoch-2')).toMatchObject({
        ok: false,
        problem: { code: 'restore.notEmpty' },
      });
      await restored.close();
    },
  );

  test('of an embedded database comes back after that was killed, too: what was restored is in its journal', async () => {
    const manifest = await write('state-3');
    const killed = join(directory, 'killed');
    const first = await openTestDatabase({ directory: killed });
    await restoreOffice(first, folder, manifest, identity, 'epoch-2');
    const before = await records(first);
    await first.close();
    await rm(join(killed, 'database.clean'));
    const second = await openTestDatabase({ directory: killed });
    expect(await records(second)).toEqual(before);
    await second.close();
  });

  test('writes what is new only, and a reader without the key learns nothing', async () => {
    await write('state-4');
    const before = await filesIn(join(directory, 'backup'));
    await push([noteChange({ text: '绝密地名' })]);
    await write('state-5');
    const after = await filesIn(join(directory, 'backup'));
    // One state with its list, the last part of one scope, and the audit log with its ends.
    expect(after.filter((name) => !before.includes(name))).toHaveLength(5);
    const all = Buffer.concat(
      await Promise.all(after.map((name) => readFile(join(directory, 'backup', name)))),
    );
    expect(all.includes('绝密地名')).toBe(false);
    expect(all.includes('tour-1')).toBe(false);
    expect((await folder.states()).at(-1)).toBe('state-5');
    // What no state names goes, and all that one names stays.
    for (const id of (await folder.states()).filter((name) => name !== 'state-5')) await folder.dropState(id);
    await folder.dropUnnamed();
    expect((await filesIn(join(directory, 'backup'))).length).toBeLessThan(after.length);
    expect(await checkBackup(folder, await folder.readState('state-5', identity), identity)).toEqual([]);
  });

  test('that lost a file, a byte or its key is known as broken before anything is touched', async () => {
    const manifest = await write('state-6');
    const names = (await filesIn(join(directory, 'backup'))).filter((name) => !name.startsWith('states'));
    let known = 0;
    for (const name of names) {
      const path = join(directory, 'backup', name);
      const bytes = await readFile(path);
      const flipped = Buffer.from(bytes);
      const place = bytes.length - 1;
      flipped.writeUInt8((flipped[place] ?? 0) ^ 1, place);
      await writeFile(path, flipped);
      const broken = await checkBackup(folder, manifest, identity);
      const isOfThisState = broken.length > 0;
      if (isOfThisState) known += 1;
      await writeFile(path, bytes.subarray(0, bytes.length - 1));
      expect((await checkBackup(folder, manifest, identity)).length > 0).toBe(isOfThisState);
      await writeFile(path, bytes);
    }
    expect(known).toBe(new Set(manifest.tables.flatMap(({ parts }) => parts)).size + blobs.length);
    expect(await checkBackup(folder, manifest, identity)).toEqual([]);
    const stranger = await generateX25519Identity();
    expect(await checkBackup(folder, manifest, stranger)).not.toEqual([]);
    await expect(folder.readState('state-6', stranger)).rejects.toThrow(/identit/);
  });

  test('an older state comes back without whom a later one tells of as ended, and says who may come in', async () => {
    await putPeople('');
    const manifest = await write('state-7');
    await putPeople('2024-05-02T10:00:00.000Z');
    await write('state-8');
    // What came last cannot be read: the one before it tells.
    await writeFile(join(directory, 'backup/states/state-9.age'), 'half a file');
    const restored = await openTestDatabase({ directory: join(directory, 'since') });
    const ended = await readEnded(folder, 'state-7', identity);
    await restoreOffice(restored, folder, manifest, identity, 'epoch-2', ended);
    const mayCome = { accounts: ['zhou (secretary)'], devices: ['内业电脑 (zhou)'] };
    expect([ended.state, await whoMayCome(restored)]).toEqual(['state-8', mayCome]);
    await restored.close();
    // Of the last state itself nothing later is known.
    await rm(join(directory, 'backup/states/state-9.age'));
    expect(await readEnded(folder, 'state-8', identity)).toEqual(nothingEnded);
  });

  /** A secretary with two laptops and an inspector; one laptop and the inspector were ended at that time, where there is one. */
  async function putPeople(endedAt: string): Promise<void> {
    const at = '2024-01-01T00:00:00.000Z';
    const account = (login: string, role: string, disabled: boolean) => ({
      scope: 'server',
      id: `account-${login}`,
      login,
      name: login,
      role,
      person: '',
      disabled,
      password: '',
      made_at: at,
    });
    const device = (id: string, name: string, owner: string, revoked: string) => ({
      scope: 'server',
      id,
      account: `account-${owner}`,
      name,
      signing_key: id,
      sealing_key: 'k',
      version: '0.1.0',
      enrolled_at: at,
      revoked_at: revoked,
    });
    await source.transact(async ({ put }) => {
      await put('accounts', [
        account('zhou', 'secretary', false),
        account('wu', 'inspector', endedAt !== ''),
      ]);
      await put('devices', [
        device('laptop-1', '内业电脑', 'zhou', ''),
        device('laptop-2', '丢失的电脑', 'zhou', endedAt),
        device('laptop-3', '外业电脑', 'wu', ''),
      ]);
    });
  }
});

function notes(count: number, scope = 'tour-1'): Change[] {
  return Array.from({ length: count }, (_, index) =>
    noteChange({ scope, record: `${scope}-note-${index % 50}`, text: `围挡 ${index}` }),
  );
}

async function records(database: Database): Promise<readonly string[]> {
  const rows = await database.transact(({ query }) =>
    query<{ line: string }>(
      `select scope || id || coalesce(state::text, change) as line from records order by scope, id`,
    ),
  );
  return rows.map(({ line }) => line);
}

async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}
