import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '../../server/database/apply-migrations';
import { projectRoot } from '../../build/steps/project-root';
import { putEmptyCluster, putReadyCluster } from '../server/data-directory';

const folder = join(projectRoot(), 'server/database/migrations');

/** In their order, which their names give. */
const migrations = readdirSync(folder)
  .toSorted((a, b) => (a < b ? -1 : 1))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const schema = createHash('sha256').update(migrations.join('\0')).digest('hex').slice(0, 16);

/** One is migrated per machine and schema: a server that does it at its start spends a fifth of the start's processor time on it. */
const cached = join(tmpdir(), `xunji-test-migrated-database-${schema}`);

/** Puts an empty database of today's schema into a server's data directory: nobody's yet, since a server names its own at its first start. */
export async function putReadyOffice(directory: string): Promise<void> {
  if (!existsSync(cached)) await makeCached();
  await putEmptyCluster(directory);
  cpSync(cached, join(directory, 'database'), { recursive: true });
  await writeFile(join(directory, 'database.clean'), '0\n');
}

async function makeCached(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'xunji-migrated-'));
  await putReadyCluster(directory);
  const cluster = await PGlite.create({ dataDir: join(directory, 'database') });
  await cluster.transaction((inner) =>
    applyMigrations(
      {
        query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
          (await inner.query<Row>(sql, [...parameters])).rows,
        script: async (sql) => void (await inner.exec(sql)),
      },
      migrations,
    ),
  );
  await cluster.close();
  // Another run may have been quicker; either is as good.
  await rename(join(directory, 'database'), cached).catch(() => undefined);
  await rm(directory, { recursive: true });
}
