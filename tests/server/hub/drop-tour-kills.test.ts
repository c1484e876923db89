import { cp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../server/database/database';
import { deleteTours } from '../../../server/database/drop-queries';
import { openDiskBlobs } from '../../../server/files/disk-blobs';
import { dropTour } from '../../../server/hub/drop-tour';
import { finishDrops } from '../../../server/hub/finish-drops';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { dyingFileSystem } from '../dying-file-system';
import { noteChange } from '../note-change';
import { openTestDatabase } from '../open-test-database';
import { handIn, lendTours, readFrom, thereOf, wordsOf } from './lent-tours';

/** Enough frames that a settled copy lies beside the database, with the tour in it. */
const frames = 195;

const wanted = { tour: 'tour-1', upTo: 3, lacking: [] };

// What is lost once is lost: one try.
describe('A hub that is killed while it drops a tour', { retry: 0 }, () => {
  let origin: string;
  let files: Awaited<ReturnType<typeof lendTours>>;
  const made: string[] = [];

  beforeAll(async () => {
    origin = await makeReadyDirectory();
    const database = await openTestDatabase({ directory: origin });
    files = await lendTours(database, origin);
    for (let number = 1; number <= frames; number += 1)
      await database.transact(({ put }) => put('audit_heads', [{ scope: 'tour-9', number, hash: 'sample' }]));
    await database.close();
  });
  afterAll(async () => {
    for (const directory of [origin, ...made]) await removeDataDirectory(directory);
  });

  async function copyOfOrigin(): Promise<string> {
    const directory = `${origin}-${made.length}`;
    await cp(origin, directory, { recursive: true });
    made.push(directory);
    return directory;
  }

  function hubOn(database: Database, directory: string, fileSystem: FileSystem = nodeFileSystem) {
    const [blobs, thumbs] = ['blobs', 'thumbs'].map((name) =>
      openDiskBlobs(join(directory, name), fileSystem),
    ) as [typeof files.blobs, typeof files.blobs];
    return { database, blobs, thumbs, clock: () => Date.parse('2026-05-20T08:00:00Z') } as Parameters<
      typeof dropTour
    >[0];
  }

  /** Drops the tour on a disk that does nothing any more after so many writings; how many it took. */
  async function dropUntil(directory: string, writings: number): Promise<number> {
    const { fileSystem, arm, taken } = dyingFileSystem(writings);
    const database = await openTestDatabase({ directory, fileSystem });
    arm();
    await dropTour(hubOn(database, directory, fileSystem), wanted).catch(() => null);
    const spent = taken();
    // No mark of a clean end is left: the next start finds what a kill leaves.
    await database.close().catch(() => undefined);
    await rm(join(directory, 'database.clean'), { force: true });
    return spent;
  }

  async function filesWith(directory: string, words: string): Promise<readonly string[]> {
    const names = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
    const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const found: string[] = [];
    for (const path of paths) if ((await readFile(path)).includes(words)) found.push(path);
    return found;
  }

  /** What the next start makes of it: the tour goes for good, and the other one is as it was. */
  async function startAgain(directory: string): Promise<'whole' | 'gone'> {
    const database = await openTestDatabase({ directory });
    const hub = hubOn(database, directory);
    await finishDrops(hub);
    const { texts } = await readFrom(database);
    const isWhole = texts.length === 2;
    expect(texts).toEqual([wordsOf('tour-1'), wordsOf('tour-2')].slice(isWhole ? 0 : 1));
    expect(await dropTour(hub, wanted)).toBe(true);
    expect((await readFrom(database)).scopes).toEqual(['tour-2']);
    expect(await thereOf(hub.blobs, [files.own, files.other, files.both])).toEqual([false, true, true]);
    expect(await thereOf(hub.thumbs, [files.ownThumb, files.bothThumb])).toEqual([false, true]);
    const reply = await handIn(database, [noteChange()]);
    expect(reply.refused).toEqual([]);
    expect((await readFrom(database, { 'tour-1': 3, 'tour-2': 3 })).texts).toHaveLength(1);
    await database.close();
    // What lies in the database's own files, and in copies of them, until it writes over it, is not looked at.
    for (const name of ['intake', 'blobs'])
      expect(await filesWith(join(directory, name), wordsOf('tour-1'))).toEqual([]);
    return isWhole ? 'whole' : 'gone';
  }

  test('has it whole or not at all, and after the next start nothing of it is on the disk', async () => {
    expect(await readdir(join(origin, 'settled'))).toHaveLength(1);
    // The entry's flush fails; it is on the disk and nothing more; in the middle of the rest; nothing stops it.
    const outcomes: string[] = [];
    for (const writings of [1, 2, 6, 10_000]) {
      const directory = await copyOfOrigin();
      const spent = await dropUntil(directory, writings);
      expect(spent > writings).toBe(writings < 10_000);
      // Once from the journal alone.
      if (writings === 6) await rm(join(directory, 'settled'), { recursive: true, force: true });
      outcomes.push(await startAgain(directory));
    }
    expect(outcomes).toEqual(['whole', 'gone', 'gone', 'gone']);
  }, 600_000);

  test('would have it again from its journal without the entry that drops it: the test above can fail', async () => {
    const directory = await copyOfOrigin();
    const database = await openTestDatabase({ directory });
    await database.transact(({ query }) => deleteTours(query, ['tour-1']));
    expect((await readFrom(database)).scopes).toEqual(['tour-2']);
    await database.close();
    await rm(join(directory, 'database.clean'));
    const again = await openTestDatabase({ directory });
    expect((await readFrom(again)).scopes).toEqual(['tour-1', 'tour-2']);
    expect(await filesWith(join(directory, 'intake'), wordsOf('tour-1'))).toHaveLength(1);
    await again.close();
  });
});
