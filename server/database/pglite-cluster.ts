import { PGlite, type Transaction as PgliteTransaction } from '@electric-sql/pglite';
import { join } from 'node:path';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { withBinaryArrays } from './binary-arrays';
import { makeCluster } from './empty-cluster';
import type { IntakeJournal } from './intake-journal';
import type { Transaction } from './database';
import { migrate } from './migrate';
import { countKept, readKept, writeEpoch } from './server-queries';
import { storeEntries } from './store-entries';

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
  let cluster: PGlite;
  try {
    cluster = await PGlite.create({ dataDir: clusterDirectory(dataDirectory) });
  } catch {
    return null; // the journal has everything; the directory is set aside, not thrown away
  }
  await prepare(cluster, epoch);
  if ((await cluster.transaction((inner) => readKept(queryOn(inner)))) === intake.length) return cluster;
  await cluster.close();
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
  await intake.replay((entries, frames) =>
    cluster.transaction(async (inner) => {
      await storeEntries(queryOn(inner), entries);
      await countKept(queryOn(inner), frames);
    }),
  );
  return cluster;
}

export function queryOn(inner: Pick<PgliteTransaction, 'query'>): Transaction['query'] {
  return async <Row>(sql: string, parameters: readonly unknown[] = []) =>
    (await inner.query<Row>(sql, withBinaryArrays(sql, parameters))).rows;
}

export async function scriptOn(inner: PgliteTransaction, sql: string): Promise<void> {
  await inner.exec(sql);
}

async function prepare(cluster: PGlite, epoch: string): Promise<void> {
  await cluster.transaction(async (inner) => {
    const query = queryOn(inner);
    await migrate({ query, script: (sql) => scriptOn(inner, sql) });
    await writeEpoch(query, epoch);
  });
}

/** One damaged directory is kept for whoever wants to look; more would fill the disk of a machine that is often cut off. */
async function setAside(directory: string, fileSystem: FileSystem): Promise<void> {
  const aside = `${directory}.aside`;
  try {
    await fileSystem.stat(directory);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  await fileSystem.rm(aside, { recursive: true, force: true });
  await fileSystem.rename(directory, aside);
}
