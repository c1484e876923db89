import type { Json } from '../json';
import { oldFields } from '../records/old-fields';
import { type RecordKind, type RecordOf, recordSchemas } from '../records/record-schemas';
import type { RecordState } from './record-state';
import { shownValue } from './shown-value';

/**
 * The record as people see it: of each field the value shown, defaults for the rest.
 * Null while a required field has not arrived yet, or where no reading of the heads fits the schema.
 */
export function project<K extends RecordKind>(state: RecordState & { readonly kind: K }): RecordOf<K> | null {
  const value: Record<string, unknown> = { id: state.id };
  // A log may hold "points" besides "points.progress": the entry counts, in whatever order the two arrived.
  const fields = Object.entries(state.fields).sort(([one], [other]) => depth(one) - depth(other));
  for (const [name, field] of fields) {
    const shown = shownValue(state, name, field);
    if (shown !== undefined) place(value, name, shown);
  }
  const read = recordSchemas[state.kind].safeParse(oldFields[state.kind]?.convert(value) ?? value);
  return read.success ? (read.data as unknown as RecordOf<K>) : null;
}

function depth(name: string): number {
  return name.includes('.') ? 1 : 0;
}

function place(value: Record<string, unknown>, name: string, fieldValue: Json): void {
  const dot = name.indexOf('.');
  if (dot < 0) {
    value[name] = fieldValue;
    return;
  }
  const owner = name.slice(0, dot);
  value[owner] = { ...(value[owner] as object | undefined), [name.slice(dot + 1)]: fieldValue };
}
