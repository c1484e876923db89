import { readdir, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptChanges } from '../../../server/changes/accept-changes';
import type { Database } from '../../../server/database/database';
import { noteUnnamed } from '../../../server/database/unnamed-file-queries';
import type { Problem } from '../../../shared/problems';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import { asOffice } from '../as-office';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { faultyFileSystem } from '../faulty-file-system';
import { noteChange } from '../note-change';
import { openTestDatabase } from '../open-test-database';

/** Together more transactions than a copy is made for, with some that come behind it. */
const heads = 185;
const pushes = 12;

const tables = ['changes', 'records', 'scopes', 'attachments', 'members', 'audit_heads', 'server'];

// What is lost once is lost: one try.
describe('The settled copy of the embedded database', { retry: 0 }, () => {
  let directory: string;
  let onFatal: unknown[] = [];
  let said: Problem[] = [];

  beforeEach(async () => {
    directory = await makeReadyDirectory();
    onFatal = [];
    said = [];
  });
  afterEach(() => removeDataDirectory(directory));

  const at = (...names: readonly string[]) => join(directory, ...names);
  const isThere = (...names: readonly string[]) =>
    stat(at(...names)).then(
      () => true,
      () => false,
    );
  const open = (fileSystem: FileSystem = nodeFileSystem, free = Number.MAX_SAFE_INTEGER) =>
    openTestDatabase({
      directory,
      fileSystem,
      freeBytes: () => Promise.resolve(free),
      say: (problem) => said.push(problem),
      onFatal: (error) => onFatal.push(error),
    });
  const copies = () => readdir(at('settled')).catch(() => []);

  /** What a server leaves that was killed after all these pushes; and what it held. */
  async function leave(fileSystem?: FileSystem, free?: number): Promise<readonly string[]> {
    const database = await open(fileSystem, free);
    await database.transact(({ query }) => noteUnnamed(query, ['a'.repeat(64)], '2026-11-01'));
    for (let number = 1; number <= heads; number += 1)
      await database.transact(({ put }) => put('audit_heads', [{ scope: 'tour-9', number, hash: 'sample' }]));
    for (let push = 0; push < pushes; push += 1) {
      const scope = push % 3 ? 'tour-1' : 'office';
      const changes = [noteChange({ scope, record: `note-${push % 5}` }), noteChange({ scope })];
      const request = { device: 'laptop-1', epoch: null, cursors: {}, views: {}, changes };
      await acceptChanges(database, { protocol: 2, ...request }, asOffice);
    }
    const member = { scope: 'server', person: 'p-1', tour: 'tour-1', team: 'team-1' };
    await database.transact(({ put }) => put('members', [member]));
    const held = await dump(database);
    await database.close();
    await rm(at('database.clean'));
    return held;
  }

  /** What the next start makes of it, and whether it began with an empty database. */
  async function startAgain() {
    let isRebuilt = false;
    const database = await open({
      ...nodeFileSystem,
      readFile: ((path: string, ...rest: never[]) => {
        isRebuilt ||= path.endsWith('empty-database.tar.gz');
        return nodeFileSystem.readFile(path, ...rest);
      }) as FileSystem['readFile'],
    });
    const held = await dump(database);
    const [unnamed] = await database.ask<{ count: number }>(
      'select count(*)::integer as count from unnamed_files',
    );
    await database.close();
    return { held, isRebuilt, unnamed: unnamed?.count };
  }

  test('is where a start after a kill begins, and gives what the whole journal gives', async () => {
    const before = await leave();
    expect(await copies()).toHaveLength(1);
    expect(await startAgain()).toEqual({ held: before, isRebuilt: false, unnamed: 0 });
    await rm(at('settled'), { recursive: true });
    await rm(at('database.clean'));
    expect(await startAgain()).toEqual({ held: before, isRebuilt: true, unnamed: 0 });
  });

  test.each([
    ['lacks files', (path: string) => rm(join(path, 'global'), { recursive: true })],
    ['has an empty table', (path: string) => emptyLargest(join(path, 'base', '5'))],
    [
      'holds another number of frames than its name says',
      (path: string) => rename(path, path.replace(/\d+$/, '7')),
    ],
    ['is of another journal', (path: string) => rename(path, join(path, '..', 'other-1-20'))],
    ['was never finished', (path: string) => rename(path, join(path, '..', 'unfinished'))],
  ])('is passed over where it %s: the journal has everything', async (_, harm) => {
    const before = await leave();
    const [name = ''] = await copies();
    await harm(at('settled', name));
    expect(await startAgain()).toEqual({ held: before, isRebuilt: true, unnamed: 0 });
    expect(await copies()).not.toContain('unfinished');
  });

  test('shows that the end of the journal is gone, as the mark of a clean end does', async () => {
    await leave();
    const [name = ''] = await readdir(at('intake'));
    await truncate(at('intake', name), 2000);
    await expect(open()).rejects.toThrow(/damaged/);
    await expect(open()).rejects.toThrow(/damaged/);
  });

  test('has its name only when each of its files is on the disk', async () => {
    expect(await unflushedAtName(true)).toEqual([]);
  });

  test('would have it too early without the fsync: the test above can fail', async () => {
    expect((await unflushedAtName(false)).length).toBeGreaterThan(500);
  });

  test('a full disk leaves none, and nobody notices', async () => {
    const full = faultyFileSystem((_, path) =>
      path.includes('settled')
        ? { writeFile: () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })) }
        : {},
    );
    const before = await leave(full);
    expect(onFatal).toEqual([]);
    // Half a copy would keep the disk full.
    expect(await copies()).toEqual([]);
    expect(await startAgain()).toEqual({ held: before, isRebuilt: true, unnamed: 0 });
    expect(await isThere('settled', 'unfinished')).toBe(false);
  });

  test('is not begun where the disk has no room for it, and that is said', async () => {
    const before = await leave();
    const [earlier = ''] = await copies();
    await leave(nodeFileSystem, 300 << 20);
    expect(said).toMatchObject([{ code: 'disk.noRoomForCopy', details: { free: 300 } }]);
    // What there was is not touched.
    expect(await copies()).toEqual([earlier]);
    expect(onFatal).toEqual([]);
    expect((await startAgain()).held.length).toBeGreaterThan(before.length);
  });

  test('ends the server where its checkpoint ends the database, and the next start has everything that was acknowledged', async () => {
    const database = await open();
    const note = (number: number) =>
      database.transact(({ put }) => put('audit_heads', [{ scope: 'tour-9', number, hash: 'sample' }]));
    let noted = 0;
    for (; noted < 70; noted += 1) {
      if (noted === 50) await rm(at('database', 'global', 'pg_control'));
      await note(noted);
    }
    await expect
      .poll(() => onFatal.map(String), { timeout: 20_000 })
      .toMatchObject([expect.stringMatching(/ended while it wrote/)]);
    await expect(note(1000)).rejects.toThrow(/portal|ended/);
    await database.close();
    // Closed without the mark by which the directory would be trusted.
    expect(await isThere('database.clean')).toBe(false);
    const { held } = await startAgain();
    expect(held).toContain(`audit_heads (tour-9,${noted - 1},sample)`);
  });

  /** The files of the copy that were written and not flushed when it was given its name. */
  async function unflushedAtName(flushes: boolean): Promise<readonly string[]> {
    const written = new Set<string>();
    let atName: readonly string[] | null = null;
    const watched = faultyFileSystem((handle, path) => {
      if (!path.includes('unfinished')) return {};
      return {
        writeFile: (...args: Parameters<typeof handle.writeFile>) => {
          written.add(path);
          return handle.writeFile(...args);
        },
        sync: async () => {
          if (!flushes) return;
          await handle.sync();
          written.delete(path);
        },
      };
    });
    await leave({
      ...watched,
      rename: async (from, to) => {
        if (String(from).endsWith('unfinished')) atName ??= [...written];
        await nodeFileSystem.rename(from, to);
      },
    });
    return atName ?? ['no copy was made'];
  }
});

async function dump(database: Database): Promise<readonly string[]> {
  const rows = await Promise.all(
    tables.map((table) => database.ask<{ row: string }>(`select t::text as row from ${table} t order by 1`)),
  );
  return rows.flatMap((found, index) => found.map(({ row }) => `${tables[index]} ${row}`));
}

async function emptyLargest(directory: string): Promise<void> {
  const names = await readdir(directory);
  for (const name of names) if (/^1[6-9]\d{3}$/.test(name)) await truncate(join(directory, name), 0);
}
