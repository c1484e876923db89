import { useLiveQuery } from 'dexie-react-hooks';
import { type Conflict, listConflicts } from '../../shared/changes/list-conflicts';
import type { RecordState } from '../../shared/changes/record-state';
import { shownText } from '../../shared/changes/shown-text';
import { idSchema } from '../../shared/ids/id';
import type { Checklist } from '../../shared/records/checklist';
import type { RecordKind } from '../../shared/records/record-schemas';
import { stopTitle } from '../../shared/records/stop-title';
import type { RecordRow } from './database';
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
    title: titleOf(state) || checklist?.title || (await stopName(store, row)),
    conflicts,
    checklist,
    names: await readNames(store, conflicts),
  };
}

function titleOf(state: RecordState): string {
  return shownText(state, 'title') || shownText(state, 'name') || shownText(state, 'text').slice(0, 60);
}

async function stopName(store: Store, row: RecordRow): Promise<string> {
  const [stop] = await readKind(store, [row.kind === 'stop' ? row.id : row.stop], 'stop');
  if (!stop) return '';
  const [site] = await readKind(store, [stop.site], 'site');
  return stopTitle(stop, site);
}

async function readNames(store: Store, conflicts: readonly Conflict[]): Promise<ReadonlyMap<string, string>> {
  const values = conflicts.flatMap(({ heads }) => heads.flatMap(({ value }) => value));
  const ids = values.filter((value) => idSchema.safeParse(value).success).map(String);
  const rows = await store.database.records.bulkGet([...new Set(ids)]);
  const known = rows.flatMap((row) => row ?? []);
  return new Map(known.map((row) => [row.id, titleOf(openJson<RecordState>(store.seal, row.sealed))]));
}

async function readKind<K extends RecordKind>(store: Store, ids: readonly string[], kind: K) {
  const rows = await store.database.records.bulkGet([...ids]);
  return valuesOfKind(
    store,
    rows.flatMap((row) => row ?? []),
    kind,
  );
}
