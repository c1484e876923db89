import { useLiveQuery } from 'dexie-react-hooks';
import { type Conflict, listConflicts } from '../../shared/changes/list-conflicts';
import type { RecordState } from '../../shared/changes/record-state';
import { shownText } from '../../shared/changes/shown-text';
import type { RecordKind } from '../../shared/records/record-schemas';
import { openJson } from './sealed-json';
import { useStore } from './store-context';

export interface RecordConflict {
  readonly record: string;
  readonly kind: RecordKind;
  readonly tour: string;
  readonly stop: string;
  /** The name or the beginning of the text of the record, to know it by. */
  readonly title: string;
  readonly conflicts: readonly Conflict[];
}

/** Every record of which some field has two values that do not replace each other. */
export function useConflicts(): readonly RecordConflict[] | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const rows = await store.database.records.where('conflicted').equals(1).toArray();
    return rows.map((row) => {
      const state = openJson<RecordState>(store.seal, row.sealed);
      const title =
        shownText(state, 'title') || shownText(state, 'name') || shownText(state, 'text').slice(0, 60);
      return {
        record: row.id,
        kind: row.kind,
        tour: row.tour,
        stop: row.stop,
        title,
        conflicts: listConflicts(state),
      };
    });
  }, [store]);
}
