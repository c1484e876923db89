import { cpSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCluster } from '../../server/database/empty-cluster';
import { nodeFileSystem } from '../../shared/node/file-system';
import manifest from '../../package.json' with { type: 'json' };
import { testFolder } from './test-folder';

/** A new PGlite takes 5 to 9 seconds: one empty cluster is made per machine and version, packed and as its files. */
export const emptyCluster = join(
  tmpdir(),
  `xunji-test-empty-database-${manifest.dependencies['@electric-sql/pglite']}`,
);
const packed = `${emptyCluster}.tar.gz`;

/** A data directory for a server, with the saved empty cluster in it; inside `parent`, else where tests make their folders. */
export async function makeDataDirectory(parent = testFolder()): Promise<string> {
  const directory = await mkdtemp(join(parent, 'xunji-server-'));
  await putEmptyCluster(directory);
  return directory;
}

/** Puts a database that was closed cleanly, the empty one, into a data directory, which is made where it is not there yet. */
export async function putReadyCluster(directory: string, files = emptyCluster): Promise<void> {
  await putEmptyCluster(directory);
  cpSync(files, join(directory, 'database'), { recursive: true });
  await writeFile(join(directory, 'database.clean'), '0\n');
}

/** Puts the saved empty cluster into a data directory, which is made where it is not there yet. */
export async function putEmptyCluster(directory: string): Promise<void> {
  await makeCached();
  await mkdir(directory, { recursive: true });
  await copyFile(packed, join(directory, 'empty-database.tar.gz'));
}

export async function removeDataDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function makeCached(): Promise<void> {
  const isThere = await stat(emptyCluster).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const directory = join(tmpdir(), `xunji-test-cluster-${randomBytes(6).toString('hex')}`);
  const cluster = await makeCluster(directory, packed, nodeFileSystem);
  await cluster.close();
  // Another run may have been quicker; either is as good.
  await rename(directory, emptyCluster).catch(() => rm(directory, { recursive: true }));
}
