import { useLiveQuery } from 'dexie-react-hooks';
import { type Conflict, listConflicts } from '../../shared/changes/list-conflicts';
import type { RecordState } from '../../shared/changes/record-state';
import { recordTitle } from '../../shared/changes/record-title';
import { shownText } from '../../shared/changes/shown-text';
import type { Checklist } from '../../shared/records/checklist';
import type { RecordKind } from '../../shared/records/record-schemas';
import { stopTitle } from '../../shared/records/stop-title';
import type { RecordRow } from './database';
import { readNames } from './read-names';
import { openJson } from './sealed-json';
import type { Store } from './store';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

export interface RecordConflict {
  readonly record: string;
  readonly kind: RecordKind;
  readonly tour: string;
  readonly stop: string;
  /** The name or the beginning of the text of the record, to know it by. */
  readonly title: string;
  readonly conflicts: readonly Conflict[];
  /** The template whose answers are in conflict; undefined for every other kind of record. */
  readonly checklist: Checklist | undefined;
  /** What the records are called to which the values refer, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every record of which some field has two values that do not replace each other. */
export function useConflicts(): readonly RecordConflict[] | undefined {
  const store = useStore();
  return useLiveQuery(async () => {
    const rows = await store.database.records.where('conflicted').equals(1).toArray();
    return Promise.all(rows.map((row) => readConflict(store, row)));
  }, [store]);
}

async function readConflict(store: Store, row: RecordRow): Promise<RecordConflict> {
  const state = openJson<RecordState>(store.seal, row.sealed);
  const conflicts = listConflicts(state);
  const [checklist] = await readKind(store, [shownText(state, 'checklist')], 'checklist');
  return {
    record: row.id,
    kind: row.kind,
    tour: row.tour,
    stop: row.kind === 'stop' ? row.id : row.stop,
    title: recordTitle(state) || checklist?.title || (await stopName(store, row)),
    conflicts,
    checklist,
    names: await readNames(
      store,
      conflicts.flatMap(({ heads }) => heads.map(({ value }) => value)),
    ),
  };
}

async function stopName(store: Store, row: RecordRow): Promise<string> {
  const [stop] = await readKind(store, [row.kind === 'stop' ? row.id : row.stop], 'stop');
  if (!stop) return '';
  const [site] = await readKind(store, [stop.site], 'site');
  return stopTitle(stop, site);
}

async function readKind<K extends RecordKind>(store: Store, ids: readonly string[], kind: K) {
  const rows = await store.database.records.bulkGet([...ids]);
  return valuesOfKind(
    store,
    rows.flatMap((row) => row ?? []),
    kind,
  );
}
