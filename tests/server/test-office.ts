import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify';
import { join } from 'node:path';
import { openServerKeys } from '../../server/access/server-keys';
import { buildApp } from '../../server/app';
import { noBackups } from '../../server/backup/backup-desk';
import { openDiskBlobs } from '../../server/files/disk-blobs';
import type { Office } from '../../server/office';
import { accessRules } from '../../shared/access/access-rules';
import { nodeFileSystem } from '../../shared/node/file-system';
import { makeDataDirectory, removeDataDirectory } from './data-directory';
import { openTestDatabase } from './open-test-database';

export const testKey = 'key-of-the-sample-office';

export interface TestOffice {
  readonly app: FastifyInstance;
  readonly office: Office;
  readonly directory: string;
  readonly routes: readonly RouteOptions[];
  close(): Promise<void>;
}

/** The server's app on a real database, the embedded one unless `url` names a PostgreSQL, with every route it registered. */
export async function openTestOffice(
  changes: Partial<Office> & { readonly url?: string } = {},
): Promise<TestOffice> {
  const { url, ...given } = changes;
  const directory = await makeDataDirectory();
  const database = await openTestDatabase({ directory, url });
  const office: Office = {
    database,
    blobs: openDiskBlobs(join(directory, 'blobs'), nodeFileSystem),
    thumbs: openDiskBlobs(join(directory, 'thumbs'), nodeFileSystem),
    uploadsDirectory: join(directory, 'uploads'),
    fileSystem: nodeFileSystem,
    freeBytes: async () => Number.MAX_SAFE_INTEGER,
    clock: Date.now,
    random: (length) => randomBytes(length),
    keys: await openServerKeys(database, randomBytes),
    rules: accessRules,
    backups: noBackups,
    name: '示例办公室',
    key: testKey,
    ...given,
  };
  const routes: RouteOptions[] = [];
  const bare = Fastify({ forceCloseConnections: true });
  bare.addHook('onRoute', (route) => void routes.push(route));
  const app = await buildApp(office, bare);
  return {
    app,
    office,
    directory,
    routes,
    async close() {
      await app.close();
      await database.close();
      await removeDataDirectory(directory);
    },
  };
}
