import type { Outcome } from '../../shared/outcome';
import type { LaptopStore } from '../../shared/sync/laptop-store';
import { callBridge } from './call-bridge';
import { forgetOfHub } from './forget-of-hub';
import type { Queue } from './one-at-a-time';

/**
 * What this laptop's own hub lends from now on. A tour that it did not lend before may be gone from there, where the answer that said so was lost: all of
 * it is offered anew. Said before and after, since either of the two may stop in between.
 */
export async function shareTours(
  store: LaptopStore,
  queue: Queue,
  tours: readonly string[],
): Promise<Outcome<unknown>> {
  const described = await callBridge('hub.describe', {});
  const lent = described.ok ? (described.value.own?.tours ?? []) : [];
  const added = tours.filter((tour) => !lent.includes(tour));
  await queue(() => forgetOfHub(store, added));
  const shared = await callBridge('hub.share', { tours: [...tours] });
  await queue(() => forgetOfHub(store, added));
  return shared;
}
