import type { Settings } from '../../shared/protocol/bridge';
import { useObservable } from './observable';
import type { Saving, Store } from './store';
import { useStore } from './store-context';
import { unsavedFields } from './unsaved-fields';

/** The mark of the whole window: 已保存 means that everything typed so far is on disk. */
export function useSaving(): Saving {
  const saving = useObservable(useStore().saving);
  const unsaved = useObservable(unsavedFields);
  return saving.state === 'saved' && unsaved > 0 ? { state: 'saving', problem: null } : saving;
}

export function useSettings(): {
  readonly settings: Settings;
  change: Store['changeSettings'];
} {
  const store = useStore();
  return { settings: useObservable(store.settings), change: store.changeSettings };
}
