import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from '../store-context';

/** Whether others left more open at the sites of this computer's tours than is shown here. */
export function useOpenItemsCut(): boolean {
  const { database } = useStore();
  return useLiveQuery(
    async () => (await database.progress.get('progress'))?.isOpenItemsCut ?? false,
    [database],
    false,
  );
}
