import { mkdir, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptChanges } from '../../../server/changes/accept-changes';
import type { Database } from '../../../server/database/database';
import type { Change } from '../../../shared/changes/change';
import { encodeHeader } from '../../../shared/node/journal-segment';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { openJournal } from '../../../shared/node/journal';
import { plainSeal } from '../../../shared/sealing/seal';
import { asOffice } from '../as-office';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { faultyFileSystem } from '../faulty-file-system';
import { noteChange } from '../note-change';
import { openTestDatabase } from '../open-test-database';
import { makeTestDevice } from '../test-device';

describe('The embedded database', () => {
  let directory: string;
  let database: Database | null = null;
  let onFatal: unknown[] = [];

  beforeEach(async () => {
    directory = await makeReadyDirectory();
    onFatal = [];
  });
  afterEach(async () => {
    await database?.close();
    database = null;
    await removeDataDirectory(directory);
  });

  async function open(fileSystem = nodeFileSystem, newEpoch = false): Promise<Database> {
    database = await openTestDatabase({
      directory,
      fileSystem,
      newEpoch,
      onFatal: (error) => onFatal.push(error),
    });
    return database;
  }
  async function close(): Promise<void> {
    await database?.close();
    database = null;
  }
  function push(changes: readonly Change[]) {
    const request = { device: 'laptop-1', epoch: null, cursors: {}, views: {}, changes: [...changes] };
    return acceptChanges(database as Database, { protocol: 2, ...request }, asOffice);
  }
  async function pulled(): Promise<readonly string[]> {
    const device = makeTestDevice('reader');
    await device.syncAll((request) => acceptChanges(database as Database, request, asOffice));
    return [...device.came.keys()];
  }
  const isThere = (name: string) =>
    stat(join(directory, name)).then(
      () => true,
      () => false,
    );
  async function journalFile(): Promise<string> {
    const [name = ''] = await readdir(join(directory, 'intake'));
    return join(directory, 'intake', name);
  }

  test('opens the directory that was closed cleanly, and does not set it aside', async () => {
    const { epoch } = await open();
    const changes = [noteChange(), noteChange(), noteChange()];
    await push(changes);
    await close();
    expect(await isThere('database.clean')).toBe(true);
    expect((await open()).epoch).toBe(epoch);
    expect(await isThere('database.clean')).toBe(false);
    expect(await isThere('database.aside')).toBe(false);
    expect(await pulled()).toEqual(changes.map((change) => change.id));
  });

  test('rebuilds from the journal, with the same epoch and numbers, what was not closed cleanly', async () => {
    const { epoch } = await open();
    const changes = Array.from({ length: 40 }, (_, index) =>
      noteChange({ scope: index % 3 ? 'tour-1' : 'tour-2' }),
    );
    await push(changes.slice(0, 15));
    await push(changes.slice(15));
    const before = await push([]);
    await close();
    await rm(join(directory, 'database.clean'));
    await rm(join(directory, 'database', 'base'), { recursive: true });
    await writeFile(join(directory, 'database', 'postmaster.pid'), '');
    expect((await open()).epoch).toBe(epoch);
    expect(await isThere('database.aside')).toBe(true);
    expect(await push([])).toEqual(before);
    await push(changes);
    expect((await pulled()).toSorted()).toEqual(changes.map((change) => change.id).toSorted());
  });

  test('rebuilds also when the mark says clean but the directory does not open', async () => {
    await open();
    const change = noteChange();
    await push([change]);
    await close();
    await rm(join(directory, 'database', 'global'), { recursive: true });
    await open();
    expect(await pulled()).toEqual([change.id]);
  });

  test('cuts off an append that a power cut tore', async () => {
    await open();
    const change = noteChange();
    await push([change]);
    await close();
    await rm(join(directory, 'database.clean'));
    const file = await journalFile();
    const whole = await readFile(file);
    await writeFile(file, Buffer.concat([whole, whole.subarray(56, 120)]));
    await open();
    expect(await pulled()).toEqual([change.id]);
  });

  test('stops at damage in the middle of the journal and says where, each time it is started', async () => {
    await open();
    await push([noteChange()]);
    await push([noteChange()]);
    await close();
    const file = await journalFile();
    const bytes = await readFile(file);
    bytes[300] = (bytes[300] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(open()).rejects.toThrow(/intake.*damaged at byte 56/);
    await expect(open()).rejects.toThrow(/intake.*damaged at byte 56/);
  });

  test('stops when the first file of the journal is gone', async () => {
    const file = (first: number) => join(directory, 'intake', `${String(first).padStart(16, '0')}.journal`);
    await mkdir(join(directory, 'intake'));
    await writeFile(file(3), encodeHeader({ generation: 'g', first: 3 }));
    await expect(open()).rejects.toThrow(/damaged at byte 0/);
  });

  test('stops when the end of the journal is gone that the database was closed with', async () => {
    await open();
    await push([noteChange(), noteChange(), noteChange()]);
    await close();
    const file = await journalFile();
    await truncate(file, (await stat(file)).size - 10);
    await expect(open()).rejects.toThrow(/damaged/);
    await expect(open()).rejects.toThrow(/damaged/);
  });

  test('a new epoch is begun on demand, and laptops push again', async () => {
    const { epoch } = await open();
    await close();
    expect((await open(nodeFileSystem, true)).epoch).not.toBe(epoch);
  });

  test('nothing is settled before it is flushed', async () => {
    let flushes = 0;
    const slow = faultyFileSystem((handle, path) => ({
      async datasync() {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await handle.datasync();
        if (path.endsWith('.journal')) flushes += 1;
      },
    }));
    await open(slow);
    const reply = push([noteChange()]).then(() => flushes);
    expect(await reply).toBe(1);
  });

  test('a full disk refuses the batch and keeps nothing of it; afterwards the server works again', async () => {
    let isFull = false;
    await open(
      faultyFileSystem((handle, path) => ({
        datasync: () =>
          isFull && path.endsWith('.journal')
            ? Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
            : handle.datasync(),
      })),
    );
    const change = noteChange();
    isFull = true;
    await expect(push([change])).rejects.toMatchObject({ code: 'ENOSPC' });
    isFull = false;
    expect(await pulled()).toEqual([]);
    await push([change]);
    expect(await pulled()).toEqual([change.id]);
    expect(onFatal).toEqual([]);
  });

  test('a commit that fails after the journal has the changes ends the process, and the next start has them', async () => {
    const opened = await open();
    const change = noteChange();
    const failing = opened.transact(async ({ script, keep }) => {
      // A constraint that is looked at only in the commit.
      await script(
        'create temporary table once (n integer unique deferrable initially deferred); insert into once values (1), (1)',
      );
      keep([{ number: 1, change }]);
    });
    await expect(failing).rejects.toThrow('duplicate key');
    expect(onFatal).toHaveLength(1);
    await expect(push([noteChange()])).rejects.toThrow(/failed to commit/);
    await close();
    expect(await isThere('database.clean')).toBe(false);
    await open();
    expect(await pulled()).toEqual([change.id]);
  });

  test('work that fails leaves nothing in the journal, whatever it wanted kept', async () => {
    const opened = await open();
    const failing = opened.transact(async ({ put }) => {
      await put('members', [{ scope: 'server', person: 'p-1', tour: 'tour-1', team: 'team-1' }]);
      throw new Error('something else');
    });
    await expect(failing).rejects.toThrow('something else');
    expect(onFatal).toEqual([]);
    await close();
    await rm(join(directory, 'database.clean'));
    expect(await members(await open())).toEqual([]);
  });

  test('rows beside the log come back in a rebuild: as they were last written, without those taken away', async () => {
    let opened = await open();
    const member = (person: string, team = 'team-1') => ({ scope: 'server', person, tour: 'tour-1', team });
    const head = (number: number) => ({ scope: 'tour-9', number, hash: `hash-${number}` });
    const changes = [noteChange(), noteChange()];
    await opened.transact(({ put }) => put('members', [member('p-1'), member('p-2'), member('p-3')]));
    await push(changes.slice(0, 1));
    await opened.transact(async ({ put, remove }) => {
      await remove('members', [member('p-2'), member('p-3')]);
      await put('members', [member('p-3'), member('p-4', 'team-2')]);
    });
    for (const number of [1, 2, 3]) await opened.transact(({ put }) => put('audit_heads', [head(number)]));
    await push(changes.slice(1));
    const before = await members(opened);
    expect(before).toEqual(['p-1 team-1', 'p-3 team-1', 'p-4 team-2']);
    await close();
    opened = await open();
    expect(await isThere('database.aside')).toBe(false);
    expect(await members(opened)).toEqual(before);
    await close();
    await rm(join(directory, 'database.clean'));
    opened = await open();
    expect(await isThere('database.aside')).toBe(true);
    expect(await members(opened)).toEqual(before);
    const heads = await opened.transact(({ query }) =>
      query("select * from audit_heads where scope = 'tour-9'"),
    );
    expect(heads).toEqual([head(3)]);
    expect(await pulled()).toEqual(changes.map((change) => change.id));
    await close();
    await open();
    expect(await isThere('database.clean')).toBe(false);
  });

  test('a journal of the first version, which held changes alone, is read', async () => {
    await open();
    await close();
    const change = noteChange();
    const journal = await openJournal({
      directory: join(directory, 'intake'),
      fileSystem: nodeFileSystem,
      seal: plainSeal,
      newGeneration: 'unused',
    });
    await journal.append([Buffer.from(JSON.stringify({ number: 1, change }))]);
    await journal.close();
    await open();
    expect(await pulled()).toEqual([change.id]);
  });
});

async function members(database: Database): Promise<readonly string[]> {
  const rows = await database.transact(({ query }) =>
    query<{ person: string; team: string }>('select person, team from members order by person'),
  );
  return rows.map(({ person, team }) => `${person} ${team}`);
}
