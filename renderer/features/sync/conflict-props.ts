import type { Conflict } from '../../../shared/changes/list-conflicts';
import type { Head } from '../../../shared/changes/record-state';
import type { Json } from '../../../shared/json';
import type { RecordConflict } from '../../data/use-conflicts';

/**
 * Decides about a field: an edit like any other, which replaces the values that lay before the person, those of the changes `seen`.
 * Tells whether it was saved.
 */
export type Decide = (field: string, value: Json, seen: readonly string[]) => Promise<boolean>;

/** One conflict of a record, and how it is decided. */
export interface ConflictProps<K extends Conflict['kind']> {
  readonly entry: RecordConflict;
  readonly conflict: Extract<Conflict, { readonly kind: K }>;
  readonly decide: Decide;
}

export function idsOf(heads: readonly Head[]): readonly string[] {
  return heads.map(({ change }) => change);
}
