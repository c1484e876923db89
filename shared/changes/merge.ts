import type { Change, FieldEdit } from './change';
import type { FieldState, Head, RecordState } from './record-state';

const emptyField: FieldState = { heads: [], past: [] };

/**
 * The only merge rule: a record and one more change give the record after it.
 * Commutative, associative and idempotent over changes with distinct ids, so that roads and order do not matter.
 */
export function merge(state: RecordState | undefined, change: Change): RecordState {
  const before = state ?? { id: change.record, kind: change.kind, scope: change.scope, fields: {} };
  const fields: Record<string, FieldState> = { ...before.fields };
  for (const [name, edit] of Object.entries(change.fields)) {
    // Not `?? emptyField`: every object has a "constructor" that is no field.
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields[name] = mergeField(field ?? emptyField, change, edit);
  }
  return { ...before, fields };
}

function mergeField(field: FieldState, change: Change, edit: FieldEdit): FieldState {
  const replaced = new Set(edit.replaces);
  const past = [...new Set([...field.past, ...edit.replaces])].sort();
  const kept = field.heads.filter((head) => !replaced.has(head.change) && head.change !== change.id);
  const isPast = past.includes(change.id);
  return { heads: isPast ? kept : [...kept, headOf(change, edit)].sort(provisionalOrder), past };
}

function headOf(change: Change, edit: FieldEdit): Head {
  const { id, author, device, at } = change;
  return { change: id, value: edit.value, author, device, at };
}

/** By the random part of the id (its last 17 characters): the same everywhere, and no clock can win by being wrong. */
function provisionalOrder(left: Head, right: Head): number {
  const [a, b] = [left.change.slice(-17) + left.change, right.change.slice(-17) + right.change];
  return a < b ? 1 : a > b ? -1 : 0;
}
