import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Outcome } from '../../shared/outcome';
import type { TransferSettings, TransferState } from '../../shared/protocol/transfers';
import { callBridge } from './call-bridge';
import { useObservable } from './observable';
import { useStore } from './store-context';

const pollMillis = 1000;

export interface Transfers {
  /** Files on their way now. */
  readonly running: readonly (TransferState & { readonly secondsLeft: number | null })[];
  /** Files that still have to leave or to come, those on their way among them. */
  readonly files: number;
  /** What of them has still to go over the line; sizes that are not known yet count as nothing. */
  readonly bytesLeft: number;
  readonly bytesPerSecond: number;
  /** Null while nothing moves. */
  readonly secondsLeft: number | null;
  readonly settings: TransferSettings;
  set(change: Partial<TransferSettings>): Promise<Outcome<null>>;
}

/** What is on its way, how fast and for how long, one by one and in all. */
export function useTransfers(): Transfers {
  const store = useStore();
  const settings = useObservable(store.settings);
  const [listed, setListed] = useState<readonly TransferState[]>([]);
  const pending = useLiveQuery(
    () => store.database.files.where('state').anyOf('toSend', 'toFetch').toArray(),
    [store],
  );
  const files = pending?.length ?? 0;
  useEffect(() => {
    if (files === 0) return;
    const look = async () => {
      const answer = await callBridge('transfers.list', {});
      if (answer.ok) setListed(answer.value.transfers);
    };
    void look();
    const timer = setInterval(() => void look(), pollMillis);
    return () => clearInterval(timer);
  }, [files]);

  const running = files === 0 ? [] : listed;
  const done = running.reduce((sum, one) => sum + one.done, 0);
  const all = (pending ?? []).reduce((sum, row) => sum + (row.size ?? 0), 0);
  const bytesPerSecond = running.reduce((sum, one) => sum + one.bytesPerSecond, 0);
  const bytesLeft = Math.max(0, all - done);
  return {
    running: running.map((one) => ({
      ...one,
      secondsLeft: secondsFor(one.size - one.done, one.bytesPerSecond),
    })),
    files,
    bytesLeft,
    bytesPerSecond,
    secondsLeft: secondsFor(bytesLeft, bytesPerSecond),
    settings: settings.transfers,
    set: (change) => store.changeSettings(({ transfers }) => ({ transfers: { ...transfers, ...change } })),
  };
}

function secondsFor(bytes: number, bytesPerSecond: number): number | null {
  return bytesPerSecond > 0 ? Math.ceil(Math.max(0, bytes) / bytesPerSecond) : null;
}
