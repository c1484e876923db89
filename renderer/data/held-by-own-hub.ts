import type { LaptopStore } from '../../shared/sync/laptop-store';
import { callBridge } from './call-bridge';

/** What of the lost tours is still at the hub that this laptop lends itself as: it goes there first. Asked only where something is lost. */
export async function heldByOwnHub(store: LaptopStore): Promise<readonly string[]> {
  const { lost } = await store.readProgress();
  if (lost.length === 0) return [];
  const described = await callBridge('hub.describe', {});
  if (!described.ok || described.value.own === null) return [];
  const { views } = await store.readHub();
  return lost.filter((scope) => scope in views);
}
