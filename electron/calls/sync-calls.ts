import type { Change } from '../../shared/changes/change';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { tellHeaders } from '../../shared/protocol/session';
import type { CallHandlers } from '../ipc';
import type { ChangeJournal } from '../journal/change-journal';
import { askOpenItems } from '../sync/ask-open-items';
import { type Connection, exchange } from '../sync/sync-client';

/** The window takes in one page while the next one is on its way. */
const heldPages = 2;

/**
 * Main adds who is asking; the window alone knows what is unsent. What main has anyway does not cross the bridge: changes to be
 * sent are named by their place in the journal, and what came is held here until the window says that it takes it in.
 */
export function syncCalls(
  connection: Connection,
  { device, version }: { readonly device: string; readonly version: string },
  journal: ChangeJournal,
): Pick<CallHandlers, 'sync.exchange' | 'sync.keep' | 'sync.openItems'> {
  const held = new Map<number, readonly Change[]>();
  let last = 0;

  function hold(read: readonly Change[]): number {
    last += 1;
    held.set(last, read);
    held.delete(last - heldPages);
    return last;
  }

  return {
    async 'sync.exchange'({ named, changes: given, pending = 0, ...question }) {
      const found = await journal.find(named);
      // The window has them, too.
      if (!found) return fail(problem('internal.bug'));
      const changes = [...found, ...given];
      const answered = await exchange(
        connection,
        { protocol: 2, device, ...question, changes },
        { [tellHeaders.version]: version, [tellHeaders.pending]: String(pending) },
      );
      if (!answered.ok) return answered;
      const { newer } = answered.value;
      return succeed({ ...answered.value, ...(newer.length > 0 && { held: hold(newer) }) });
    },
    'sync.openItems': (request) => askOpenItems(connection, request),
    async 'sync.keep'({ held: number, count }) {
      const read = held.get(number);
      if (read?.length !== count) return fail(problem('internal.bug'));
      const written = await journal.append({ origin: 'remote', changes: [...read] });
      if (written.ok) held.delete(number);
      return written;
    },
  };
}
