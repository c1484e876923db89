import type { Caller } from '../../shared/access/caller';
import type { Database, Query } from '../database/database';
import { beReader } from '../database/reader-queries';

/** Reads in the role that sees only what the caller may see. */
export function readAs<T>(
  database: Database,
  caller: Caller,
  read: (query: Query) => Promise<T>,
): Promise<T> {
  return database.transact(async ({ query }) => {
    await beReader(query, caller.account);
    return read(query);
  });
}
