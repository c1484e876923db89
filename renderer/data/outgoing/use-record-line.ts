import { useLiveQuery } from 'dexie-react-hooks';
import { recordTitle } from '../../../shared/changes/record-title';
import { shownText } from '../../../shared/changes/shown-text';
import { openState } from '../sealed-json';
import { useStore } from '../store-context';

export interface RecordLine {
  readonly title: string;
  readonly meeting: string;
  readonly deleted: boolean;
}

/** What a line of a long list says of a record, read when the line comes into view. */
export function useRecordLine(record: string): RecordLine | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const row = await store.database.records.get(record);
    if (!row) return { title: '', meeting: '', deleted: true };
    const state = openState(store.seal, row.sealed);
    return { title: recordTitle(state), meeting: shownText(state, 'meeting'), deleted: row.deleted === 1 };
  }, [store, record]);
}
