import type { Conflict } from '../../../shared/changes/list-conflicts';
import type { Json } from '../../../shared/json';
import type { RecordConflict } from '../../data/use-conflicts';

/** One conflict of a record, and how it is decided: by an edit like any other, which replaces all values that stand. */
export interface ConflictProps<K extends Conflict['kind']> {
  readonly entry: RecordConflict;
  readonly conflict: Extract<Conflict, { readonly kind: K }>;
  readonly decide: (values: Readonly<Record<string, Json>>) => void;
}
