import { describe } from 'vitest';
import { serverStoreOn } from '../../../server/changes/server-store';
import { testServerStore } from '../../simulation/server-store-suite';
import { asOffice } from '../as-office';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { testDatabase } from '../database-suite';
import { openTestDatabase } from '../open-test-database';
import { startPostgres } from '../postgres';
import { testAlone } from './alone-suite';
import { testStatements } from './statements-suite';

async function openEmbedded() {
  const directory = await makeReadyDirectory();
  const database = await openTestDatabase({ directory });
  return {
    database,
    async close() {
      await database.close();
      await removeDataDirectory(directory);
    },
  };
}

async function openPostgres() {
  const postgres = await startPostgres();
  const database = await openTestDatabase({ directory: '', url: postgres.url });
  return {
    database,
    async close() {
      await database.close();
      await postgres.stop();
    },
  };
}

for (const [name, open] of [
  ['PGlite', openEmbedded],
  ['PostgreSQL', openPostgres],
] as const) {
  testDatabase(name, open);
  testAlone(name, open);
  testStatements(name, open);
  describe(`The kernel's port on ${name}`, () => {
    testServerStore(async () => {
      const { database, close } = await open();
      return { store: serverStoreOn(database, asOffice, 'laptop-1'), close };
    });
  });
}
