import { isDerived } from '../records/is-derived';
import type { Head, RecordState } from './record-state';

export interface Conflict {
  readonly field: string;
  readonly heads: readonly Head[];
}

/**
 * The fields of a record with values that do not replace each other. Two people who typed the same are no conflict, nor is what
 * nobody typed: the form makes it anew from the answers.
 */
export function listConflicts(state: RecordState): readonly Conflict[] {
  return Object.entries(state.fields)
    .filter(([name]) => !isDerived(state.kind, name))
    .filter(([, field]) => new Set(field.heads.map((head) => JSON.stringify(head.value))).size > 1)
    .map(([field, { heads }]) => ({ field, heads }));
}
