import type { LaptopStore } from '../../shared/sync/laptop-store';

/** Of these tours nothing is known to be at the present hub: where it carries one of them, all of it is offered. To be called in the queue. */
export async function forgetOfHub(store: LaptopStore, tours: readonly string[]): Promise<void> {
  const hub = await store.readHub();
  if (!tours.some((tour) => tour in hub.views)) return;
  const left = <T>(entries: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(entries).filter(([scope]) => !tours.includes(scope)));
  const progress = { ...hub, cursors: left(hub.cursors), views: left(hub.views) };
  await store.commit({ hub: { progress, given: [], got: [] } });
}
