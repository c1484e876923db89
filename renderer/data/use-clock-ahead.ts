import { useEffect, useState } from 'react';
import { callBridge } from './call-bridge';

/** Seconds that this computer's clock is ahead of the server's, asked once there was a contact; null while it is not known. */
export function useClockAhead(contact: string | null): number | null {
  const [ahead, setAhead] = useState<number | null>(null);
  const known = contact !== null;
  useEffect(() => {
    if (!known) return;
    let gone = false;
    void callBridge('device.check', {}).then((checked) => {
      if (!gone && checked.ok) setAhead(checked.value.clockAhead);
    });
    return () => {
      gone = true;
    };
  }, [known]);
  return ahead;
}
