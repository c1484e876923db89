import { useEffect, useRef, useState } from 'react';
import type { BridgeOutput } from '../../shared/protocol/bridge';
import { callBridge } from './call-bridge';
import { useSaving } from './use-saving';

const everyMillis = 60_000;

const afterStartMillis = 15_000;

/** How much room there is, asked soon after the start, every minute, and whenever a save failed or came through again; undefined until known. */
export function useDisk(): BridgeOutput<'disk.describe'> | undefined {
  const [disk, setDisk] = useState<BridgeOutput<'disk.describe'>>();
  const isStart = useRef(true);
  const failed = useSaving().state === 'failed';
  useEffect(() => {
    const ask = () =>
      void callBridge('disk.describe', {}).then((answer) => {
        if (answer.ok) setDisk(answer.value);
      });
    // A start has better things to do than to set space aside.
    const first = setTimeout(ask, isStart.current && !failed ? afterStartMillis : 0);
    isStart.current = isStart.current && !failed;
    const timer = setInterval(ask, everyMillis);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [failed]);
  return disk;
}
