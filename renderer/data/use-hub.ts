import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Outcome } from '../../shared/outcome';
import type { HubDescription } from '../../shared/protocol/hub-calls';
import type { JoinCard } from '../../shared/protocol/join-card';
import { officeScope } from '../../shared/records/record-schemas';
import { callBridge } from './call-bridge';
import { pendingForHub } from './hub-loop';
import { useObservable } from './observable';
import { useStore } from './store-context';
import type { SyncStage } from './sync-loop';

const lookMillis = 2000;

export interface HubOfLaptop {
  /** Undefined until it is known. */
  readonly described: HubDescription | undefined;
  start(): Promise<Outcome<unknown>>;
  stop(): Promise<Outcome<unknown>>;
  card(): ReturnType<typeof callBridge<'hub.card'>>;
  share(tours: readonly string[]): Promise<Outcome<unknown>>;
  revoke(device: string): Promise<Outcome<unknown>>;
  allow(device: string): Promise<Outcome<unknown>>;
  probe(serverUrl: string): Promise<Outcome<{ readonly authorityHash: string }>>;
  join(card: JoinCard): Promise<Outcome<unknown>>;
  leave(): Promise<Outcome<unknown>>;
}

/** The team's hub as this laptop knows it, looked at every two seconds, and what can be done with it. */
export function useHub(): HubOfLaptop {
  const { hubNow, shareTours } = useStore();
  const [described, setDescribed] = useState<HubDescription>();

  async function look(): Promise<void> {
    const answer = await callBridge('hub.describe', {});
    if (answer.ok) setDescribed(answer.value);
  }

  useEffect(() => {
    let isShown = true;
    const lookOn = () =>
      void callBridge('hub.describe', {}).then((answer) => {
        if (isShown && answer.ok) setDescribed(answer.value);
      });
    lookOn();
    const timer = setInterval(lookOn, lookMillis);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, []);

  async function take(asked: Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
    const answer = await asked;
    await look();
    hubNow();
    return answer;
  }

  return {
    described,
    start() {
      const started = callBridge('hub.start', {});
      // It takes a while, and is shown as being under way.
      void look();
      return take(started);
    },
    stop: () => take(callBridge('hub.stop', {})),
    card: () => callBridge('hub.card', {}),
    share: (tours) => take(shareTours(tours)),
    revoke: (device) => take(callBridge('hub.revoke', { device })),
    allow: (device) => take(callBridge('hub.allow', { device })),
    probe: (serverUrl) => callBridge('office.probe', { serverUrl }),
    join: (card) => take(callBridge('hub.join', card)),
    leave: () => take(callBridge('hub.leave', {})),
  };
}

/** The tours that the hub carries and when this laptop heard of it last; undefined before it did. */
export function useMetHub():
  | { readonly tours: readonly string[]; readonly lastContact: string | null }
  | undefined {
  const { database } = useStore();
  return useLiveQuery(async () => {
    const row = await database.progress.get('progress');
    const hub = row?.hub === undefined ? undefined : await database.hubs.get(row.hub);
    if (!hub) return undefined;
    const tours = Object.keys(hub.views).filter((scope) => scope !== officeScope);
    return { tours, lastContact: hub.lastContact };
  }, [database]);
}

/** How it stands with the hub, and how much is still to be handed to it. */
export function useHubStatus(): SyncStage & { readonly pending: number } {
  const { database, hubStage } = useStore();
  const stage = useObservable(hubStage);
  const pending = useLiveQuery(() => pendingForHub(database), [database]) ?? 0;
  return { ...stage, pending };
}
