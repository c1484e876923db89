import { makeDataDirectory, removeDataDirectory } from '../data-directory';
import { testDatabase } from '../database-suite';
import { openTestDatabase } from '../open-test-database';
import { startPostgres } from '../postgres';

testDatabase('PGlite', async () => {
  const directory = await makeDataDirectory();
  const database = await openTestDatabase({ directory });
  return {
    database,
    async close() {
      await database.close();
      await removeDataDirectory(directory);
    },
  };
});

testDatabase('PostgreSQL', async () => {
  const postgres = await startPostgres();
  const database = await openTestDatabase({ directory: '', url: postgres.url });
  return {
    database,
    async close() {
      await database.close();
      await postgres.stop();
    },
  };
});
