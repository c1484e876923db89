import { useLiveQuery } from 'dexie-react-hooks';
import { countRefused } from './count-refused';
import { countUnsent } from './outbox/count-unsent';
import { useObservable } from './observable';
import { useStore } from './store-context';
import type { SyncStatus } from './sync-status';

const nothing = {
  unsent: 0,
  filesPending: 0,
  refused: 0,
  held: 0,
  conflicts: 0,
  unread: 0,
  lastContact: null,
};

export function useSyncStatus(): SyncStatus {
  const store = useStore();
  const { stage, problem } = useObservable(store.syncStage);
  const facts = useLiveQuery(async () => {
    const { records, unread, files, progress } = store.database;
    return {
      unsent: await countUnsent(store.database),
      filesPending: await files.where('state').anyOf('toSend', 'toFetch').count(),
      ...(await countRefused(store.database)),
      conflicts: await records.where('conflicted').equals(1).count(),
      unread: await unread.count(),
      lastContact: (await progress.get('progress'))?.lastContact ?? null,
    };
  }, [store]);
  return { stage, problem, ...(facts ?? nothing) };
}
