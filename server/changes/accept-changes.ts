import { type ExchangeRequest, exchangeLimit } from '../../shared/protocol/sync';
import { type ServerReply, acceptRequest } from '../../shared/sync/accept-request';
import type { Asking } from '../access/asking';
import type { Database } from '../database/database';
import { serverStoreOn } from './server-store';

/** The exchange on a database, as the caller may read and write it: the kernel of `shared/sync` on SQL. */
export function acceptChanges(
  database: Database,
  request: ExchangeRequest,
  asking: Asking,
  limit = exchangeLimit,
): Promise<ServerReply> {
  return acceptRequest(serverStoreOn(database, asking, request.device, request.page), request, limit);
}
