import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../build/steps/project-root';
import { emptyCluster, makeDataDirectory, putReadyCluster, removeDataDirectory } from './data-directory';
import { openTestDatabase } from './open-test-database';

const migrations = join(projectRoot(), 'server/database/migrations');

/** One is migrated per machine, version and schema. */
const cached = `${emptyCluster}-${hashOf(migrations)}`;

/** A data directory as a server leaves it that was closed before anything was stored: opened in a fifth of the time. */
export async function makeReadyDirectory(): Promise<string> {
  const directory = await makeDataDirectory();
  await makeReady(directory);
  return directory;
}

/** Makes such a one of a directory, which need not be there yet. */
export async function makeReady(directory: string): Promise<void> {
  if (!existsSync(cached)) await makeCached();
  await putReadyCluster(directory, cached);
}

async function makeCached(): Promise<void> {
  const directory = await makeDataDirectory(tmpdir());
  await putReadyCluster(directory);
  const database = await openTestDatabase({ directory });
  await database.close();
  // Another run may have been quicker; either is as good.
  await rename(join(directory, 'database'), cached).catch(() => undefined);
  await removeDataDirectory(directory);
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted((a, b) => (a < b ? -1 : 1)))
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
