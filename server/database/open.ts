import type { FileSystem } from '../../shared/node/file-system';
import type { Outcome } from '../../shared/outcome';
import type { Database } from './database';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';

export interface DatabaseOptions {
  /** Where the embedded database and its intake journal live. */
  readonly directory: string;
  /** A PostgreSQL to use instead of the embedded database. */
  readonly url?: string;
  readonly fileSystem: FileSystem;
  readonly newId: () => string;
  /** Begin a new epoch: said by who restored an older backup, so that every laptop pushes again what the backup lacks. */
  readonly newEpoch: boolean;
  /** What is on disk and what is in memory have parted: the process must end, and the next start rebuilds. */
  onFatal(error: unknown): void;
}

/** PostgreSQL where an address is given, else the embedded PGlite. Throws when a PostgreSQL cannot be reached or is not durable. */
export async function openDatabase(options: DatabaseOptions): Promise<Outcome<Database>> {
  return options.url ? openPostgres(options.url, options) : openPglite(options);
}
