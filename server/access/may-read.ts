import { isNamed } from '../database/attachment-queries';
import type { Office } from '../office';
import type { Asking } from './asking';
import { readAccess } from './read-access';

/** Whether the caller may have a file: some record that he sees names it, or he brought it. An administrator sees every record. */
export async function mayRead({ database }: Office, asking: Asking, sha256: string): Promise<boolean> {
  if (asking.caller.role === 'administrator') return true;
  return database.transact(async ({ query }) => {
    const scopes = await readAccess(query, asking);
    const views = [...scopes].map(([scope, { view }]) => ({ scope, view }));
    return isNamed(query, sha256, views, asking.caller.account);
  });
}
