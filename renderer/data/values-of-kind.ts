import type { RecordKind, RecordOf } from '../../shared/records/record-schemas';
import type { RecordRow } from './database';
import { projectRow } from './read-tour-file';
import type { Store } from './store';

/** The values of rows of one kind that are not deleted, in the order in which they were made (ids are time-ordered). */
export function valuesOfKind<K extends RecordKind>(
  store: Pick<Store, 'seal'>,
  rows: readonly RecordRow[],
  kind: K,
): readonly RecordOf<K>[] {
  return rows
    .filter((row) => row.kind === kind && !row.deleted)
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .flatMap((row) => (projectRow(store.seal, row) ?? []) as RecordOf<K> | []);
}

export function byId<T extends { readonly id: string }>(values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}
