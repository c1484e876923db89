import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { Outcome } from '../../shared/outcome';
import type { JoinCard } from '../../shared/protocol/join-card';
import type { DescribedOffice, JoinedOffice } from '../../shared/protocol/office-calls';
import { callBridge } from './call-bridge';
import { useStore } from './store-context';

export interface OfficeOfLaptop {
  /** Undefined until it is known. */
  readonly joined: JoinedOffice | null | undefined;
  /** The office that the data here belongs to, and another one that waits for a decision about it; null for none. */
  readonly dataOf: string | null;
  readonly waiting: string | null;
  /** The fingerprint (SHA-256) of the server at an address; '' where there is none to compare. */
  probe(serverUrl: string): Promise<Outcome<{ readonly authorityHash: string }>>;
  join(card: JoinCard): Promise<Outcome<unknown>>;
  leave(): Promise<Outcome<unknown>>;
  /** Ends the program; its next start is with the waiting office's data. */
  changeOver(): Promise<Outcome<unknown>>;
  stay(): Promise<Outcome<unknown>>;
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
  const [described, setDescribed] = useState<DescribedOffice>();

  useEffect(() => {
    let isShown = true;
    const ask = () =>
      void callBridge('office.describe', {}).then((answer) => {
        if (isShown && answer.ok) setDescribed((known) => same(known, answer.value));
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
        setDescribed(answer.value);
        syncNow();
      }
      return answer;
    },
    [syncNow],
  );

  return {
    joined: described?.joined,
    dataOf: described?.dataOf ?? null,
    waiting: described?.waiting ?? null,
    probe: (serverUrl) => callBridge('office.probe', { serverUrl }),
    join: (card) => take(callBridge('office.join', card)),
    leave: () => take(callBridge('office.leave', {})),
    changeOver: () => callBridge('office.switch', {}),
    stay: () => take(callBridge('office.stay', {})),
  };
}

/** The one that is shown where nothing of it has changed, so that no page is drawn again for nothing. */
function same(known: DescribedOffice | undefined, told: DescribedOffice): DescribedOffice {
  return known && JSON.stringify(known) === JSON.stringify(told) ? known : told;
}
