import { useEffect, useState } from 'react';
import type { Outcome } from '../../shared/outcome';
import type { JoinCard } from '../../shared/protocol/join-card';
import type { JoinedOffice } from '../../shared/protocol/office-calls';
import { callBridge } from './call-bridge';
import { useStore } from './store-context';

export interface OfficeOfLaptop {
  /** Undefined until it is known. */
  readonly joined: JoinedOffice | null | undefined;
  /** The fingerprint (SHA-256) of the server at an address; '' where there is none to compare. */
  probe(serverUrl: string): Promise<Outcome<{ readonly authorityHash: string }>>;
  join(card: JoinCard): Promise<Outcome<unknown>>;
  leave(): Promise<Outcome<unknown>>;
}

/** Which office this laptop belongs to, and the ways in and out. A sync follows at once. */
export function useOffice(): OfficeOfLaptop {
  const { syncNow } = useStore();
  const [joined, setJoined] = useState<JoinedOffice | null>();

  useEffect(() => {
    let isShown = true;
    void callBridge('office.describe', {}).then((answer) => {
      if (isShown && answer.ok) setJoined(answer.value.joined);
    });
    return () => void (isShown = false);
  }, []);

  async function take(asked: ReturnType<typeof callBridge<'office.join'>>): Promise<Outcome<unknown>> {
    const answer = await asked;
    if (answer.ok) {
      setJoined(answer.value.joined);
      syncNow();
    }
    return answer;
  }

  return {
    joined,
    probe: (serverUrl) => callBridge('office.probe', { serverUrl }),
    join: (card) => take(callBridge('office.join', card)),
    leave: () => take(callBridge('office.leave', {})),
  };
}
