import { type ExchangeRequest, exchangeLimit } from '../../shared/protocol/sync';
import { type ServerReply, acceptRequest } from '../../shared/sync/accept-request';
import type { Database } from '../database/database';
import { serverStoreOn } from './server-store';

/** The exchange on a database: the kernel of `shared/sync` on SQL. */
export function acceptChanges(
  database: Database,
  request: ExchangeRequest,
  limit = exchangeLimit,
): Promise<ServerReply> {
  return acceptRequest(serverStoreOn(database), request, limit);
}
