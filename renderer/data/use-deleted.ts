import { useLiveQuery } from 'dexie-react-hooks';
import type { Head } from '../../shared/changes/record-state';
import { recordTitle } from '../../shared/changes/record-title';
import { type RecordKind, officeKinds, recordKinds } from '../../shared/records/record-schemas';
import { openState } from './sealed-json';
import { useStore } from './store-context';

export interface DeletedRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly tour: string;
  readonly title: string;
  /** Who deleted it and when. */
  readonly by: Head;
}

/** What was deleted from a tour and from the register, the latest first. What never held a word is left out. */
export function useDeleted(tour: string): readonly DeletedRecord[] | undefined {
  const { database, seal } = useStore();
  return useLiveQuery(async () => {
    const rows = await Promise.all(
      recordKinds.map((kind) => {
        const scope = officeKinds.includes(kind) ? '' : tour;
        return database.records
          .where('[tour+kind+deleted+stop]')
          .between([scope, kind, 1, ''], [scope, kind, 1, '\uffff'])
          .toArray();
      }),
    );
    return rows
      .flat()
      .flatMap((row) => {
        const state = openState(seal, row.sealed);
        const [by] = state.fields['deleted']?.heads ?? [];
        const title = recordTitle(state);
        return by && title !== '' ? [{ id: row.id, kind: row.kind, tour: state.scope, title, by }] : [];
      })
      .toSorted((a, b) => (a.by.at < b.by.at ? 1 : -1));
  }, [database, seal, tour]);
}
