import { wholeView } from '../../shared/protocol/sync';
import type { ServerStore } from '../../shared/sync/server-store';
import { findSeen, readStretches } from '../database/change-queries';
import type { Database } from '../database/database';
import { lockScopes, readScopes } from '../database/scope-queries';
import { storeChanges } from './store-changes';

/** A page of changes is cut at this many bytes of JSON, beyond which an exchange on a slow line would not end. */
const pageBytes = 4 << 20;

/** The kernel's port on SQL: sets of rows, a handful of statements a request. Everybody sees and may do everything, until there are accounts. */
export function serverStoreOn(database: Database): ServerStore {
  return {
    epoch: database.epoch,
    transact: (work) =>
      database.transact(({ query, keep }) =>
        work({
          lockScopes: (scopes) => lockScopes(query, scopes),
          findSeen: (changes) => findSeen(query, changes),
          findForbidden: () => Promise.resolve(new Map()),
          async append(changes) {
            await storeChanges(query, changes);
            keep(changes);
          },
          async readScopes() {
            const heads = await readScopes(query);
            return new Map([...heads].map(([scope, head]) => [scope, { head, view: wholeView }]));
          },
          readPage: (stretches, leftOut, limit) => readStretches(query, stretches, leftOut, limit, pageBytes),
        }),
      ),
  };
}
