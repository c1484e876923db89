import { officeScope } from '../../shared/records/record-schemas';
import type { Database } from '../database/database';
import { readScopeStates } from '../database/record-queries';
import { lockScopes, readScopes } from '../database/scope-queries';
import { isListed, noteListed } from '../database/server-queries';
import { noteOpenItems } from './note-open-items';

/** Lists what is open in tours that are older than the lists. Once, and again with the same end where it was cut off. */
export async function listOldItems(database: Database): Promise<void> {
  const scopes = await database.transact(async ({ query }) =>
    (await isListed(query)) ? null : [...(await readScopes(query)).keys()],
  );
  if (scopes === null) return;
  for (const scope of scopes.filter((name) => name !== officeScope))
    await database.transact(async ({ query }) => {
      await lockScopes(query, [scope]);
      const states = await readScopeStates(query, scope);
      await noteOpenItems(
        query,
        states.map((each) => ({ ...each, isKnown: true })),
      );
    });
  await database.transact(({ query }) => noteListed(query));
}
