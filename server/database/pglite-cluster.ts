import { PGlite, type Transaction as PgliteTransaction } from '@electric-sql/pglite';
import { join } from 'node:path';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { withBinaryArrays } from './binary-arrays';
import { copyTree } from './copy-tree';
import { makeCluster } from './empty-cluster';
import type { IntakeJournal } from './intake-journal';
import type { Transaction } from './database';
import { migrate } from './migrate';
import { beginRebuilding, countKept, readKept, writeEpoch } from './server-queries';
import type { SettledCopies, SettledCopy } from './settled-copies';
import { storeEntries } from './store-entries';
import { forgetUnnamed } from './unnamed-file-queries';

/** Where PGlite's own files are, inside the data directory. */
export function clusterDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'database');
}

/** Opens a cluster that was closed cleanly; null where it does not open or does not hold what the journal holds. */
export async function openCluster(
  dataDirectory: string,
  intake: IntakeJournal,
  epoch: string,
): Promise<PGlite | null> {
  return openHolding(clusterDirectory(dataDirectory), intake.length, epoch);
}

/**
 * Sets the directory aside, puts the settled copy in its place and applies what the journal has behind it: the same as a rebuild, in the time
 * of what came since. Null, and the copies are gone, where the copy is not what it says.
 */
export async function continueCluster(
  dataDirectory: string,
  copies: SettledCopies,
  copy: SettledCopy,
  intake: IntakeJournal,
  epoch: string,
  fileSystem: FileSystem,
): Promise<PGlite | null> {
  const directory = clusterDirectory(dataDirectory);
  await setAside(directory, fileSystem);
  let cluster: PGlite | null = null;
  try {
    await copyTree(copy.path, directory, fileSystem);
    cluster = await openHolding(directory, copy.frames, epoch);
    if (cluster) {
      // What was brought or named since is not in the journal: as after a rebuild, the next sweep finds the others again.
      await cluster.transaction((inner) => forgetUnnamed(queryOn(inner)));
      await applyEntries(cluster, intake, copy.frames);
      return cluster;
    }
  } catch {
    await cluster?.close().catch(() => undefined); // whatever is wrong with the copy, the journal has everything
  }
  // What does not go now (another program looks at it) is set aside, or passed over again.
  await copies.drop().catch(() => undefined);
  await fileSystem.rm(directory, { recursive: true, force: true }).catch(() => undefined);
  return null;
}

/** Sets the directory aside and makes the database again from the journal: same numbers, same records. */
export async function rebuildCluster(
  dataDirectory: string,
  intake: IntakeJournal,
  epoch: string,
  fileSystem: FileSystem,
): Promise<PGlite> {
  const directory = clusterDirectory(dataDirectory);
  await setAside(directory, fileSystem);
  const cluster = await makeCluster(directory, join(dataDirectory, 'empty-database.tar.gz'), fileSystem);
  await prepare(cluster, epoch);
  await applyEntries(cluster, intake, 0);
  return cluster;
}

export function queryOn(inner: Pick<PgliteTransaction, 'query'>): Transaction['query'] {
  return async <Row>(sql: string, parameters: readonly unknown[] = []) =>
    (await inner.query<Row>(sql, withBinaryArrays(sql, parameters))).rows;
}

export async function scriptOn(inner: PgliteTransaction, sql: string): Promise<void> {
  await inner.exec(sql);
}

/** Null where the directory does not open, or holds another number of the journal's frames. */
async function openHolding(directory: string, frames: number, epoch: string): Promise<PGlite | null> {
  let cluster: PGlite;
  try {
    cluster = await PGlite.create({ dataDir: directory });
  } catch {
    return null; // the journal has everything; the directory is set aside, not thrown away
  }
  try {
    await prepare(cluster, epoch);
    if ((await cluster.transaction((inner) => readKept(queryOn(inner)))) === frames) return cluster;
  } catch (error) {
    // Open files would keep the directory from being set aside.
    await cluster.close().catch(() => undefined);
    throw error;
  }
  await cluster.close();
  return null;
}

/** Applies what the journal has behind its first `after` frames. */
async function applyEntries(cluster: PGlite, intake: IntakeJournal, after: number): Promise<void> {
  await intake.replay(
    (entries, frames) =>
      cluster.transaction(async (inner) => {
        await beginRebuilding(queryOn(inner));
        await storeEntries(queryOn(inner), entries);
        await countKept(queryOn(inner), frames);
      }),
    after,
  );
}

async function prepare(cluster: PGlite, epoch: string): Promise<void> {
  await cluster.transaction(async (inner) => {
    const query = queryOn(inner);
    await migrate({ query, script: (sql) => scriptOn(inner, sql) });
    await writeEpoch(query, epoch);
  });
}

/** What was set aside goes: it holds what was dropped since. */
export async function dropAside(dataDirectory: string, fileSystem: FileSystem): Promise<void> {
  await fileSystem.rm(asideOf(clusterDirectory(dataDirectory)), { recursive: true, force: true });
}

function asideOf(directory: string): string {
  return `${directory}.aside`;
}

/** One damaged directory is kept for whoever wants to look; more would fill the disk of a machine that is often cut off. */
async function setAside(directory: string, fileSystem: FileSystem): Promise<void> {
  const aside = asideOf(directory);
  try {
    await fileSystem.stat(directory);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  await fileSystem.rm(aside, { recursive: true, force: true });
  await fileSystem.rename(directory, aside);
}
