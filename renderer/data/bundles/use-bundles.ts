import { useCallback, useEffect, useState } from 'react';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import { callBridge } from '../call-bridge';

export type BundlesView = BridgeOutput<'bundles.describe'>;

const everyMillis = 1000;

/** What main knows of bundles, asked every second while the page is open; undefined until known. */
export function useBundles(): {
  readonly view: BundlesView | undefined;
  readonly refresh: () => Promise<void>;
} {
  const [view, setView] = useState<BundlesView>();
  const refresh = useCallback(
    () =>
      callBridge('bundles.describe', {}).then((answer) => {
        if (answer.ok) setView(answer.value);
      }),
    [],
  );
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), everyMillis);
    return () => clearInterval(timer);
  }, [refresh]);
  return { view, refresh };
}
