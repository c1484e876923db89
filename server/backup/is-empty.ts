import { readKeptRows } from '../database/backup-queries';
import type { Query } from '../database/database';
import { readScopes } from '../database/scope-queries';

/** Whether a database holds nobody's accounts and work. Keys of its own it may have made at a start. */
export async function isEmpty(query: Query): Promise<boolean> {
  return (await readScopes(query)).size === 0 && (await readKeptRows(query, 'accounts')).length === 0;
}
