import { createContext, useCallback, useContext, useEffect, useState } from 'react';
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

/** One for the whole window: the bar offers administration as soon as the settings have joined an office. */
export const OfficeContext = createContext<OfficeOfLaptop | null>(null);

export function useOffice(): OfficeOfLaptop {
  const office = useContext(OfficeContext);
  if (!office) throw new Error('OfficeContext is missing above this component');
  return office;
}

/**
 * Which office this laptop belongs to, and the ways in and out. A sync follows at once. Asked again after each exchange, whose
 * session may have brought another name or role.
 */
export function useOfficeOfLaptop(): OfficeOfLaptop {
  const { syncNow, syncStage } = useStore();
  const [joined, setJoined] = useState<JoinedOffice | null>();

  useEffect(() => {
    let isShown = true;
    const ask = () =>
      void callBridge('office.describe', {}).then((answer) => {
        if (isShown && answer.ok) setJoined((known) => same(known, answer.value.joined));
      });
    ask();
    const leave = syncStage.subscribe(() => syncStage.get().stage === 'idle' && ask());
    return () => {
      isShown = false;
      leave();
    };
  }, [syncStage]);

  const take = useCallback(
    async (asked: ReturnType<typeof callBridge<'office.join'>>): Promise<Outcome<unknown>> => {
      const answer = await asked;
      if (answer.ok) {
        setJoined(answer.value.joined);
        syncNow();
      }
      return answer;
    },
    [syncNow],
  );

  return {
    joined,
    probe: (serverUrl) => callBridge('office.probe', { serverUrl }),
    join: (card) => take(callBridge('office.join', card)),
    leave: () => take(callBridge('office.leave', {})),
  };
}

/** The one that is shown where nothing of it has changed, so that no page is drawn again for nothing. */
function same(known: JoinedOffice | null | undefined, told: JoinedOffice | null): JoinedOffice | null {
  return known && told && JSON.stringify(known) === JSON.stringify(told) ? known : told;
}
