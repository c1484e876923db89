import { tellHeaders } from '../../shared/protocol/session';
import type { CallHandlers } from '../ipc';
import { type Connection, exchange } from '../sync/sync-client';

/** Main adds who is asking; the window alone knows what is unsent. */
export function syncCalls(
  connection: Connection,
  device: string,
  version: string,
): Pick<CallHandlers, 'sync.exchange'> {
  return {
    'sync.exchange': ({ pending = 0, ...input }) =>
      exchange(
        connection,
        { protocol: 2, device, ...input },
        { [tellHeaders.version]: version, [tellHeaders.pending]: String(pending) },
      ),
  };
}
