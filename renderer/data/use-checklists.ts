import { useLiveQuery } from 'dexie-react-hooks';
import type { Checklist } from '../../shared/records/checklist';
import { rowsOfKind } from './read-register';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

/** All versions and drafts of all checklists that are not deleted; undefined until they are read. */
export function useChecklists(): readonly Checklist[] | undefined {
  const store = useStore();
  return useLiveQuery(
    async () => valuesOfKind(store, await rowsOfKind(store, 'checklist'), 'checklist'),
    [store],
  );
}
