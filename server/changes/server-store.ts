import { pageBytes } from '../../shared/protocol/sync';
import type { ServerStore, ServerTransaction } from '../../shared/sync/server-store';
import type { Asking } from '../access/asking';
import { findForbidden } from '../access/find-forbidden';
import { handOver } from '../access/hand-over';
import { noteAccess } from '../access/note-access';
import { noteRefused } from '../access/note-refused';
import { noteNamed } from '../access/note-files';
import { readAccess } from '../access/read-access';
import { refuseRevoked } from '../access/refuse-revoked';
import { findSeen, hasAll, readStretches } from '../database/change-queries';
import type { Database, Transaction } from '../database/database';
import { lockScopes } from '../database/scope-queries';
import { placeChanges } from './store-changes';

/** The kernel's port on SQL: sets of rows, a handful of statements a request, as one caller may read and write them. */
export function serverStoreOn(
  database: Database,
  asking: Asking,
  device: string,
  page = pageBytes,
): ServerStore {
  return {
    epoch: database.epoch,
    transact: (work) =>
      database.transact((transaction) => work(transactionOn(transaction, asking, device, page))),
  };
}

/** One transaction of it. */
export function transactionOn(
  transaction: Transaction,
  asking: Asking,
  device: string,
  page = pageBytes,
): ServerTransaction {
  const { query, keep } = transaction;
  return {
    lockScopes: (scopes) => lockScopes(query, scopes),
    findSeen: (changes) => findSeen(query, changes),
    hasAll: (changes) => hasAll(query, changes),
    async findForbidden(changes) {
      await refuseRevoked(query, asking.caller);
      return findForbidden(query, asking, changes);
    },
    noteRefused: (changes) => noteRefused(transaction, asking, device, changes),
    async append(changes) {
      const placed = await placeChanges(query, changes);
      keep(placed.changes);
      await handOver(transaction, placed.handed);
      await noteNamed(transaction, asking, changes);
      await noteAccess(transaction, asking, device, changes);
    },
    readScopes: () => readAccess(query, asking),
    readPage: (stretches, leftOut, limit) => readStretches(query, stretches, leftOut, limit, page),
  };
}
