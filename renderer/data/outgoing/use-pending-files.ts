import { useLiveQuery } from 'dexie-react-hooks';
import type { Attachment } from '../../../shared/records/attachment';
import type { FileRow } from '../database';
import { useStore } from '../store-context';
import { valuesOfKind } from '../values-of-kind';

export interface PendingFiles {
  /** Those that are still to be sent first. */
  readonly rows: readonly FileRow[];
  /** How many are here and at the server. */
  readonly settled: number;
}

/** The files that wait on either side, read by their index; undefined until they are. */
export function usePendingFiles(): PendingFiles | undefined {
  const { database } = useStore();
  return useLiveQuery(async () => {
    const inState = (state: FileRow['state']) => database.files.where('state').equals(state);
    const rows = [...(await inState('toSend').toArray()), ...(await inState('toFetch').toArray())];
    return { rows, settled: await inState('settled').count() };
  }, [database]);
}

/** The attachment that a file belongs to, read when its line comes into view; null where it is not known or not there. */
export function useAttachment(record: string | undefined): Attachment | null | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const row = record === undefined ? undefined : await store.database.records.get(record);
    return (row && valuesOfKind(store, [row], 'attachment')[0]) ?? null;
  }, [store, record]);
}
