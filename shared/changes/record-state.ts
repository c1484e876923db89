import type { Json } from '../json';
import type { TextBase } from './change';
import type { RecordKind } from '../records/record-schemas';

/** A value that nobody has replaced yet, and who set it. */
export interface Head {
  readonly change: string;
  readonly value: Json;
  readonly author: string;
  readonly device: string;
  readonly at: string;
  /** What a long text was made from. */
  readonly base?: TextBase;
  /** Of a deletion: the changes whose values its author saw. */
  readonly saw?: readonly string[];
}

/** More heads than one are a conflict, or a long text that is shown merged: `shownValue` says what people see. `past` holds the ids of all changes that were replaced, seen or not yet seen. */
export interface FieldState {
  readonly heads: readonly Head[];
  readonly past: readonly string[];
}

/** What all changes of one record amount to. The same set of changes gives the same state, in any order. */
export interface RecordState {
  readonly id: string;
  readonly kind: RecordKind;
  readonly scope: string;
  readonly fields: Readonly<Record<string, FieldState>>;
}
