import type { Change } from '../../shared/changes/change';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { tellHeaders } from '../../shared/protocol/session';
import type { ExchangeRequest } from '../../shared/protocol/sync';
import type { Bundles } from '../bundles/open-bundles';
import { diskProblem } from '../files/disk-problem';
import type { CallHandlers } from '../ipc';
import type { ChangeJournal } from '../journal/change-journal';
import type { FoundChange } from '../journal/found-change';
import { askOpenItems } from '../sync/ask-open-items';
import type { ShownViews } from '../sync/shown-views';
import { type Connection, exchange } from '../sync/sync-client';

/** The window takes in one page while the next one is on its way. */
const heldPages = 2;

/** One is on its way, the next is handed in behind it, and the one after that begins when the first is answered. */
const sentAtOnce = 3;

/**
 * Main adds who is asking; the window alone knows what is unsent. What main has anyway does not cross the bridge: changes to be
 * sent are named by their place in the journal, and what came is held here until the window says that it takes it in.
 */
export function syncCalls(
  connection: Connection,
  { device, version }: { readonly device: string; readonly version: string },
  journal: ChangeJournal,
  { mayGo, judged }: Pick<Bundles, 'mayGo' | 'judged'>,
  shown: Pick<ShownViews, 'get' | 'note'>,
): Pick<CallHandlers, 'sync.exchange' | 'sync.keep' | 'sync.openItems' | 'sync.shown'> {
  const held = new Map<number, readonly Change[]>();
  const sent = new Map<string, NonNullable<ExchangeRequest['after']>>();
  let last = 0;

  /** Notes what is on its way, for what is handed in behind it. */
  function send(changes: readonly Pick<FoundChange, 'id' | 'scope'>[]): void {
    const id = changes.at(-1)?.id;
    if (id === undefined) return;
    const ids: Record<string, string[]> = {};
    for (const change of changes) (ids[change.scope] ??= []).push(change.id);
    sent.delete(id);
    sent.set(id, ids);
    for (const [oldest] of sent) if (sent.size > sentAtOnce) sent.delete(oldest);
  }

  function hold(read: readonly Change[]): number {
    last += 1;
    held.set(last, read);
    held.delete(last - heldPages);
    return last;
  }

  return {
    async 'sync.exchange'({ named, changes: given, pending = 0, behind, ...question }) {
      const found = await journal.find(named);
      const after = behind === undefined ? undefined : sent.get(behind);
      // The window has them, too.
      if (!found || (behind !== undefined && !after)) return fail(problem('internal.bug'));
      // A disk that takes no note takes none of what the answer brings either; the next question tries again.
      if (question.epoch !== null) await shown.note(question.epoch, question.views).catch(() => undefined);
      // Somebody was revoked since the window read what waits: it hears of that before its next exchange.
      const going = {
        found: found.filter(({ id }) => mayGo(id)),
        given: given.filter(({ id }) => mayGo(id)),
      };
      send([
        ...going.found,
        ...going.given.map(({ id, ...change }) => ({ id, scope: String(change['scope']) })),
      ]);
      const answered = await exchange(
        connection,
        { protocol: 2, device, ...question, changes: going.given, ...(after && { after }) },
        { [tellHeaders.version]: version, [tellHeaders.pending]: String(pending) },
        going.found.map(({ text }) => text),
      );
      if (!answered.ok) return answered;
      const { newer, settled, refused } = answered.value;
      try {
        await judged(
          [...settled, ...newer.map(({ id }) => id)],
          refused.map(({ change }) => change),
        );
      } catch (error) {
        return fail(diskProblem(error));
      }
      return succeed({ ...answered.value, ...(newer.length > 0 && { held: hold(newer) }) });
    },
    'sync.shown': () => Promise.resolve(succeed(shown.get())),
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
