import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify';
import { join } from 'node:path';
import { buildApp } from '../../server/app';
import type { Office } from '../../server/office';
import { openBlobStore } from '../../server/files/blob-store';
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

/** The server's app on a real embedded database, with every route it registered. */
export async function openTestOffice(): Promise<TestOffice> {
  const directory = await makeDataDirectory();
  const database = await openTestDatabase({ directory });
  const office: Office = {
    database,
    blobs: openBlobStore(join(directory, 'blobs'), nodeFileSystem),
    uploadsDirectory: join(directory, 'uploads'),
    clock: Date.now,
    key: testKey,
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
