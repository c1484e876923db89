import type { AnyChange } from '../../shared/changes/change';
import type { ChangeJournal } from '../journal/change-journal';
import type { Bundles } from './open-bundles';

/**
 * What of these may go on by this laptop's right: somebody may have been revoked since the window read them in the journal. What the server has brought
 * since is the office's like any other. Reads the journal only where one of them is held.
 */
export async function passable(
  changes: readonly AnyChange[],
  { mayGo }: Pick<Bundles, 'mayGo'>,
  journal: Pick<ChangeJournal, 'waiting'>,
): Promise<AnyChange[]> {
  const held = changes.filter(({ id }) => !mayGo(id)).map(({ id }) => id);
  const waiting = new Set(held.length > 0 ? await journal.waiting(held) : []);
  return changes.filter(({ id }) => !waiting.has(id));
}
