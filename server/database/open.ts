import type { Outcome } from '../../shared/outcome';
import type { Database } from './database';
import type { DatabaseOptions } from './database-options';
import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';

/** PostgreSQL where an address is given, else the embedded PGlite. Throws when a PostgreSQL cannot be reached or is not durable. */
export async function openDatabase(options: DatabaseOptions): Promise<Outcome<Database>> {
  return options.url ? openPostgres(options.url, options) : openPglite(options);
}
