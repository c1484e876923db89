import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { type FieldHistory, fieldHistories } from '../../shared/changes/field-history';
import { recordTitle } from '../../shared/changes/record-title';
import type { RecordState } from '../../shared/changes/record-state';
import { shownText } from '../../shared/changes/shown-text';
import type { Checklist } from '../../shared/records/checklist';
import { isDerived } from '../../shared/records/is-derived';
import { fillHistory } from './fill-history';
import { readHistory } from './history';
import { readNames } from './read-names';
import { openState } from './sealed-json';
import type { Store } from './store';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

export interface RecordHistory {
  readonly state: RecordState;
  readonly title: string;
  readonly fields: readonly FieldHistory[];
  readonly missing: number;
  /** The journal is being read for what is missing. */
  readonly searching: boolean;
  /** The template of an answer sheet, for the labels of its answers. */
  readonly checklist: Checklist | undefined;
  /** What the records are called to which values refer. */
  readonly names: ReadonlyMap<string, string>;
}

/** The history of one record, redrawn by itself; null when this laptop does not have the record. */
export function useRecordHistory(record: string): RecordHistory | null | undefined {
  const store = useStore();
  const [searched, setSearched] = useState(false);
  const read = useLiveQuery(() => readAll(store, record), [store, record]);
  const missing = read?.missing ?? 0;
  useEffect(() => {
    if (missing === 0 || searched) return;
    void fillHistory(store.database, store.seal).then(() => setSearched(true));
  }, [store, missing, searched]);
  return read && { ...read, searching: missing > 0 && !searched };
}

async function readAll(store: Store, id: string): Promise<Omit<RecordHistory, 'searching'> | null> {
  const { records } = store.database;
  const row = await records.get(id);
  if (!row) return null;
  const state = openState(store.seal, row.sealed);
  const changes = await readHistory(store.database, store.seal, id);
  const fields = fieldHistories(state, changes).filter(({ field }) => !isDerived(state.kind, field));
  const template = await records.get(shownText(state, 'checklist'));
  return {
    state,
    title: recordTitle(state),
    fields,
    missing: fields.reduce((sum, field) => sum + field.missing, 0),
    checklist: template && valuesOfKind(store, [template], 'checklist')[0],
    names: await readNames(
      store,
      fields.flatMap(({ values }) => values.map(({ value }) => value)),
    ),
  };
}
