import type { CallHandlers } from '../ipc';
import { type Connection, exchange } from '../sync/sync-client';

/** Main adds who is asking; the window alone knows what is unsent. */
export function syncCalls(connection: Connection, device: string): Pick<CallHandlers, 'sync.exchange'> {
  return { 'sync.exchange': (input) => exchange(connection, { protocol: 2, device, ...input }) };
}
