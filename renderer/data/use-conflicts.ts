import { useLiveQuery } from 'dexie-react-hooks';
import { type Conflict, listConflicts } from '../../shared/changes/list-conflicts';
import { recordTitle } from '../../shared/changes/record-title';
import { shownText } from '../../shared/changes/shown-text';
import { addressOfRecord } from '../../shared/records/address-of-record';
import type { Attachment } from '../../shared/records/attachment';
import type { Checklist } from '../../shared/records/checklist';
import type { RecordKind } from '../../shared/records/record-schemas';
import { stopTitle } from '../../shared/records/stop-title';
import type { RecordRow } from './database';
import { readNames } from './read-names';
import { openState } from './sealed-json';
import type { Store } from './store';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

export interface RecordConflict {
  readonly record: string;
  readonly kind: RecordKind;
  /** Where its changes belong. */
  readonly scope: string;
  /** The name or the beginning of the text of the record, to know it by. */
  readonly title: string;
  /** What the tour and the stop are called that it belongs to, as far as it belongs to any. */
  readonly place: readonly string[];
  /** Its page; null for a record that was deleted, which stands on none. */
  readonly address: string | null;
  readonly conflicts: readonly Conflict[];
  /** Files that were taken as evidence of it. */
  readonly evidence: readonly Attachment[];
  /** The template whose answers are in conflict; undefined for every other kind of record. */
  readonly checklist: Checklist | undefined;
  /** What the records are called to which the values refer, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** The first `most` of the records about which somebody has to decide, in an order that stays. */
export function useConflicts(most: number): readonly RecordConflict[] | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const rows = await store.database.records.where('conflicted').equals(1).limit(most).toArray();
    return Promise.all(rows.map((row) => readConflict(store, row)));
  }, [store, most]);
}

async function readConflict(store: Store, row: RecordRow): Promise<RecordConflict> {
  const state = openState(store.seal, row.sealed);
  const conflicts = listConflicts(state);
  const [checklist] = await readKind(store, [shownText(state, 'checklist')], 'checklist');
  const stop = row.kind === 'stop' ? row.id : row.stop;
  const [tour, stopName] = [await readName(store, row.tour), await nameOfStop(store, stop)];
  const { kind, id } = row;
  return {
    record: id,
    kind,
    scope: state.scope,
    title: recordTitle(state) || checklist?.title || (kind === 'stop' ? stopName : ''),
    place: [kind === 'tour' ? '' : tour, kind === 'stop' ? '' : stopName].filter((name) => name !== ''),
    address: row.deleted
      ? null
      : addressOfRecord({ kind, id, tour: row.tour, stop, meeting: shownText(state, 'meeting') }),
    conflicts,
    evidence: await readEvidence(store, id, stop),
    checklist,
    names: await readNames(
      store,
      conflicts.flatMap((conflict) => valuesOf(conflict)),
    ),
  };
}

function valuesOf(conflict: Conflict) {
  const heads =
    conflict.kind === 'editedWhileDeleted' ? conflict.edits.map(({ head }) => head) : conflict.heads;
  return heads.map(({ value }) => value);
}

async function readName(store: Store, id: string): Promise<string> {
  const row = id === '' ? undefined : await store.database.records.get(id);
  return row ? recordTitle(openState(store.seal, row.sealed)) : '';
}

async function nameOfStop(store: Store, id: string): Promise<string> {
  const [stop] = await readKind(store, [id], 'stop');
  if (!stop) return '';
  const [site] = await readKind(store, [stop.site], 'site');
  return stopTitle(stop, site);
}

async function readEvidence(store: Store, record: string, stop: string): Promise<readonly Attachment[]> {
  if (stop === '') return [];
  const rows = await store.database.records.where('[stop+kind]').equals([stop, 'attachment']).toArray();
  return valuesOfKind(store, rows, 'attachment').filter(({ about }) => about === record);
}

async function readKind<K extends RecordKind>(store: Store, ids: readonly string[], kind: K) {
  const rows = await store.database.records.bulkGet([...ids]);
  return valuesOfKind(
    store,
    rows.flatMap((row) => row ?? []),
    kind,
  );
}
