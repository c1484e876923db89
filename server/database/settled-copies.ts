import type { PGlite } from '@electric-sql/pglite';
import { join } from 'node:path';
import { errorCode, makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { copyTree } from './copy-tree';
import type { DatabaseOptions } from './database-options';
import { schemaNumber } from './migrate';
import { syncTree } from './sync-tree';
import { treeBytes } from './tree-bytes';

/** What a copy leaves free: a checkpoint on a full disk would end the database, and people hand in more meanwhile. */
const reserveBytes = 256 << 20;

/** The end of the write-ahead log that a copy takes along. */
const logBytes = 32 << 20;

/** A copy of the embedded database that is on the disk as a whole: what the journal's first `frames` frames make. */
export interface SettledCopy {
  readonly path: string;
  readonly frames: number;
}

export interface SettledCopies {
  /** The newest one of this journal and this schema; null where there is none. */
  find(): Promise<SettledCopy | null>;
  /**
   * Takes one of the database in `directory` while its transactions wait, makes it durable, and drops those before. A problem, and
   * nothing was touched, where the disk has no room for it.
   */
  take(cluster: PGlite, directory: string): Promise<Outcome<SettledCopy>>;
  /** Takes all of them away: one that does not open, or holds something else than it says, is of no use to anybody. */
  drop(): Promise<void>;
}

/** The copies in a data directory, of the journal that is there. One has its name only when all of it is on the disk. */
export function settledCopies(
  dataDirectory: string,
  generation: string,
  { fileSystem, freeBytes }: Pick<DatabaseOptions, 'fileSystem' | 'freeBytes'>,
): SettledCopies {
  const folder = join(dataDirectory, 'settled');
  const prefix = `${generation}-${schemaNumber}-`;
  const unfinished = join(folder, 'unfinished');

  async function list(): Promise<readonly string[]> {
    try {
      return await fileSystem.readdir(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function dropAllBut(name: string): Promise<void> {
    for (const other of await list())
      if (other !== name) await fileSystem.rm(join(folder, other), { recursive: true, force: true });
  }

  function dropUnfinished(): Promise<void> {
    return fileSystem.rm(unfinished, { recursive: true, force: true });
  }

  async function copyWhole(cluster: PGlite, directory: string): Promise<number> {
    const frames = await copyResting(cluster, directory, unfinished, fileSystem);
    await syncTree(unfinished, fileSystem);
    return frames;
  }

  return {
    async find() {
      await dropUnfinished();
      const names = (await list()).filter((name) => name.startsWith(prefix));
      const counts = names.map((name) => Number(name.slice(prefix.length))).filter(Number.isSafeInteger);
      if (counts.length === 0) return null;
      const frames = Math.max(...counts);
      return { path: join(folder, `${prefix}${frames}`), frames };
    },
    async take(cluster, directory) {
      await makeDirectoryDurably(fileSystem, folder);
      await dropUnfinished();
      const tables = await treeBytes(directory, fileSystem, (path) => path.startsWith('pg_wal'));
      const [free, needed] = [await freeBytes(), tables + logBytes + reserveBytes];
      if (free < needed)
        return fail(problem('disk.noRoomForCopy', { free: inMegabytes(free), needed: inMegabytes(needed) }));
      const frames = await copyWhole(cluster, directory).catch(async (error: unknown) => {
        // On a full disk half a copy is what the journal, and with it everybody, would be short of.
        await dropUnfinished().catch(() => undefined);
        throw error;
      });
      const name = `${prefix}${frames}`;
      await fileSystem.rm(join(folder, name), { recursive: true, force: true });
      await renameDurably(fileSystem, unfinished, join(folder, name));
      await dropAllBut(name);
      return succeed({ path: join(folder, name), frames });
    },
    drop: () => dropAllBut(''),
  };
}

function inMegabytes(bytes: number): number {
  return Math.floor(bytes / 2 ** 20);
}

/**
 * PGlite writes to its files in statements alone. Inside a transaction that follows a checkpoint and does nothing, they rest, and are
 * what a start needs, without the write-ahead log of former times. Gives how many frames of the journal that is.
 */
async function copyResting(
  cluster: PGlite,
  from: string,
  to: string,
  fileSystem: FileSystem,
): Promise<number> {
  return cluster.transaction(async (inner) => {
    await inner.exec('checkpoint');
    const { rows } = await inner.query<{ kept: number; first: string; last: string }>(
      `select kept, redo_wal_file as first, pg_walfile_name(pg_current_wal_insert_lsn()) as last
       from server, pg_control_checkpoint()`,
    );
    const [now] = rows;
    if (!now) throw new Error('The embedded database does not say how much of its journal it holds.');
    await copyTree(from, to, fileSystem, (path) => {
      if (path === 'postmaster.pid') return true;
      const segment = /^pg_wal.([0-9A-F]{24})$/.exec(path)?.[1];
      return segment !== undefined && (segment < now.first || segment > now.last);
    });
    return now.kept;
  });
}
