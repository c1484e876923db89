import { createHmac, randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify';
import { join } from 'node:path';
import { openServerKeys } from '../../server/access/server-keys';
import { buildApp } from '../../server/app';
import { noRestore } from '../../server/backup/restore-desk';
import { noBackups } from '../../server/backup/backup-desk';
import { openDiskBlobs } from '../../server/files/disk-blobs';
import type { Database } from '../../server/database/database';
import type { Office } from '../../server/office';
import { accessRules } from '../../shared/access/access-rules';
import { nodeFileSystem } from '../../shared/node/file-system';
import { makeDataDirectory, removeDataDirectory } from './data-directory';
import { makeReadyDirectory } from './ready-directory';
import { openTestDatabase } from './open-test-database';
import { type TestLaptop, injectInto, makeTestLaptop } from './test-laptop';

export interface TestOffice {
  readonly app: FastifyInstance;
  readonly office: Office;
  readonly directory: string;
  readonly routes: readonly RouteOptions[];
  /** Signed in with a key alone, as on the command line. */
  readonly administrator: TestLaptop;
  close(): Promise<void>;
}

interface TestOptions {
  readonly url?: string;
  /** Takes a safeguard out of the database. */
  readonly careless?: (database: Database) => Database;
  /** Hooks that come before the server's own. */
  readonly before?: (app: FastifyInstance) => void;
}

/** The server's app on a real database, the embedded one unless `url` names a PostgreSQL, with every route it registered. */
export async function openTestOffice(changes: Partial<Office> & TestOptions = {}): Promise<TestOffice> {
  const { url, careless = (sound) => sound, before, ...given } = changes;
  const directory = await (url === undefined ? makeReadyDirectory() : makeDataDirectory());
  const database = careless(await openTestDatabase({ directory, url }));
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
    restore: noRestore('backup.notSet'),
    name: '示例办公室',
    ...given,
  };
  const routes: RouteOptions[] = [];
  const bare = Fastify({ forceCloseConnections: true });
  bare.addHook('onRoute', (route) => void routes.push(route));
  before?.(bare);
  const app = await buildApp(office, bare);
  return {
    app,
    office,
    administrator: await makeAdministrator(office, app),
    directory,
    routes,
    async close() {
      await app.close();
      await database.close();
      await removeDataDirectory(directory);
    },
  };
}

/** An account without a password, so that it is not the last who could sign in; its token is always fresh, whatever the clock. */
async function makeAdministrator(
  { database, keys, clock }: Office,
  app: FastifyInstance,
): Promise<TestLaptop> {
  const account = {
    scope: 'server',
    id: 'administrator-of-tests',
    login: 'tests',
    name: '示例管理员',
    person: '',
  };
  const made = { role: 'administrator', disabled: false, password: '', made_at: '2026-01-01T00:00:00.000Z' };
  await database.transact(({ put }) => put('accounts', [{ ...account, ...made }]));
  const laptop = makeTestLaptop(injectInto(app));
  return Object.defineProperty(laptop, 'token', {
    get() {
      const seconds = Math.floor(clock() / 1000);
      const claims = { sub: account.id, dev: '', key: laptop.publicKey, pwd: true, iss: 'xunji' };
      const parts = [{ alg: 'HS256' }, { ...claims, iat: seconds, exp: seconds + 60 }];
      const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      return `${text}.${createHmac('sha256', keys.token).update(text).digest('base64url')}`;
    },
  });
}
