import type { AnyChange } from '../../../shared/changes/change';
import { type Outcome, succeed } from '../../../shared/outcome';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import type { Seal } from '../../../shared/sealing/seal';
import { callBridge } from '../call-bridge';
import type { Database } from '../database';
import { findKnownChanges } from '../history';

/** A bundle that main has opened: verified to its last byte, and lying aside. */
export type OpenedBundle = Extract<BridgeOutput<'bundles.open'>, { readonly kind: 'opened' }>;

/** Walks the changes of an opened bundle that this laptop does not have yet, page by page. Ends with how many there were. */
export async function readBundle(
  database: Database,
  seal: Seal,
  { opened, pages }: OpenedBundle,
  onPage: (changes: readonly AnyChange[]) => Promise<Outcome<unknown>>,
): Promise<Outcome<number>> {
  let added = 0;
  for (let page = 0; page < pages; page += 1) {
    const read = await callBridge('bundles.page', { opened, page });
    if (!read.ok) return read;
    const changes = await notKnown(database, seal, read.value.changes);
    added += changes.length;
    const taken = changes.length === 0 ? succeed(null) : await onPage(changes);
    if (!taken.ok) return taken;
  }
  return succeed(added);
}

/** The history has every change that this laptop has taken in, whatever road it came by. */
async function notKnown(
  database: Database,
  seal: Seal,
  changes: readonly AnyChange[],
): Promise<readonly AnyChange[]> {
  const known = await findKnownChanges(database, seal, changes);
  return changes.filter(({ id }) => !known.has(id));
}
