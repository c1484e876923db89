import type { Change } from '../../shared/changes/change';
import { type Outcome, succeed } from '../../shared/outcome';
import type { LaptopStore } from '../../shared/sync/laptop-store';

/** Changes that travel by hand, and what their sender knows of the server: which of them it has settled, in which epoch. */
export interface Bundle {
  readonly changes: readonly Change[];
  readonly receipt: { readonly epoch: string; readonly settled: readonly string[] } | null;
}

/**
 * Takes in a bundle, in any order, twice, or partly known. What is new here may have reached no server: it waits to be sent like
 * one's own. A receipt counts only for the server that this laptop goes by; one that has met none yet goes by it from now on, so
 * that another database is noticed at the first contact. Gives how many changes were new.
 */
export async function takeBundle(store: LaptopStore, { changes, receipt }: Bundle): Promise<Outcome<number>> {
  const known = await store.findKnown(changes);
  const fresh = [...new Map(changes.map((change) => [change.id, change])).values()].filter(
    (change) => !known.has(change.id),
  );
  const written = fresh.length > 0 ? await store.append('local', fresh) : null;
  if (written?.ok === false) return written;
  const { epoch } = await store.readProgress();
  const counts = receipt !== null && (epoch === null || epoch === receipt.epoch);
  await store.commit({
    merge: { local: fresh },
    place: written ? { from: written.value - fresh.length, sequence: written.value } : undefined,
    ...(counts && { done: receipt.settled, settled: receipt.settled, progress: { epoch: receipt.epoch } }),
  });
  return succeed(fresh.length);
}
