import { randomUUID } from 'node:crypto';
import type { Database } from '../../server/database/database';
import type { DatabaseOptions } from '../../server/database/database-options';
import { openDatabase } from '../../server/database/open';
import { nodeFileSystem } from '../../shared/node/file-system';
import { describeProblem } from '../../shared/problems';

/** Opens a database as the server does; a problem is thrown. */
export async function openTestDatabase(
  options: Pick<DatabaseOptions, 'directory'> & Partial<DatabaseOptions>,
): Promise<Database> {
  const opened = await openDatabase({
    fileSystem: nodeFileSystem,
    newId: randomUUID,
    newEpoch: false,
    freeBytes: async () => Number.MAX_SAFE_INTEGER,
    say: () => undefined,
    onFatal: () => undefined,
    ...options,
  });
  if (!opened.ok) throw new Error(describeProblem(opened.problem, 'en'));
  return opened.value;
}
