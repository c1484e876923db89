import { callBridge } from '../call-bridge';
import type { Store } from '../store';

const everyMillis = 5000;

/**
 * Looks into the watched folder every few seconds and takes in what is new there. The window asks, because it alone can merge. What is
 * in the way is told on the page of bundles.
 */
export function startWatchLoop(store: Store): void {
  const again = () => void setTimeout(() => void look().finally(again), everyMillis);
  const look = async () => {
    for (;;) {
      const looked = await callBridge('bundles.look', {});
      if (!looked.ok || looked.value.found === null) return;
      const taken = await store.takeIn(looked.value.found);
      if (taken.ok) continue;
      await callBridge('bundles.abandon', { opened: looked.value.found.opened });
      return;
    }
  };
  again();
}
