import { officeKinds, officeScope } from '../records/record-schemas';
import type { Change, FieldEdit } from './change';
import type { FieldState, Head, RecordState } from './record-state';

const emptyField: FieldState = { heads: [], past: [] };

/**
 * The only merge rule: a record and one more change give the record after it.
 * Commutative, associative and idempotent over changes with distinct ids, so that roads and order do not matter.
 */
export function merge(state: RecordState | undefined, change: Change): RecordState {
  const before = state && homeOrder(state, change) <= 0 ? state : emptyRecord(change);
  if (homeOrder(before, change) < 0) return before;
  const fields: Record<string, FieldState> = { ...before.fields };
  for (const [name, edit] of Object.entries(change.fields)) {
    // Not `?? emptyField`: every object has a "constructor" that is no field.
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields[name] = mergeField(field ?? emptyField, change, edit);
  }
  return { ...before, fields };
}

function emptyRecord({ record, kind, scope }: Change): RecordState {
  return { id: record, kind, scope, fields: {} };
}

type Home = Pick<Change, 'kind' | 'scope'>;

/**
 * A record has one kind and one scope. Should changes of one id ever disagree about them, those of the first home in this order are
 * the record, whichever came first, and the others stay in the log: what somebody writes in another tour must not get into it.
 */
function homeOrder(one: Home, other: Home): number {
  if (one.kind === other.kind && one.scope === other.scope) return 0;
  const [a, b] = [homeKey(one), homeKey(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function homeKey({ kind, scope }: Home): string {
  const isProper = officeKinds.includes(kind) === (scope === officeScope);
  return `${isProper ? 0 : 1} ${scope} ${kind}`;
}

function mergeField(field: FieldState, change: Change, edit: FieldEdit): FieldState {
  if (field === emptyField && edit.replaces.length === 0)
    return { heads: [headOf(change, edit)], past: emptyField.past };
  const replaced = new Set(edit.replaces);
  const past = withIds(field.past, replaced);
  const kept = field.heads.filter((head) => !replaced.has(head.change) && head.change !== change.id);
  const isPast = past.includes(change.id);
  return { heads: isPast ? kept : [...kept, headOf(change, edit)].sort(provisionalOrder), past };
}

/** `past` is sorted and ids come with time: the place of a new one is looked for from the end. */
function withIds(past: readonly string[], ids: ReadonlySet<string>): readonly string[] {
  const all = [...past];
  for (const id of ids) {
    let place = all.length;
    while (place > 0 && (all[place - 1] ?? '') > id) place -= 1;
    if (all[place - 1] !== id) all.splice(place, 0, id);
  }
  return all;
}

function headOf(change: Change, edit: FieldEdit): Head {
  const { id, author, device, at } = change;
  return {
    change: id,
    value: edit.value,
    author,
    device,
    at,
    ...(edit.base && { base: edit.base }),
    ...(edit.saw && { saw: edit.saw }),
  };
}

/** By the random part of the id (its last 17 characters): the same everywhere, and no clock can win by being wrong. */
function provisionalOrder(left: Head, right: Head): number {
  const [a, b] = [left.change.slice(-17) + left.change, right.change.slice(-17) + right.change];
  return a < b ? 1 : a > b ? -1 : 0;
}
