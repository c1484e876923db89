import type { Change } from '../changes/change';
import { presetChecklist } from './preset-checklist';

/**
 * Whether a change brings the checklist that comes with the product and nothing else: word for word, in place of nothing. Whoever
 * begins with an itinerary has it on his laptop before that belongs to an office.
 */
export function bringsPreset({ kind, record, fields }: Pick<Change, 'kind' | 'record' | 'fields'>): boolean {
  const { id, ...values } = presetChecklist;
  return (
    kind === 'checklist' &&
    record === id &&
    Object.keys(fields).length === Object.keys(values).length &&
    Object.entries(values).every(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field?.replaces.length === 0 && sameJson(field.value, value);
    })
  );
}

/** By what is in it: a database may put the keys of an object into another order. */
function sameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    left.size === right.size &&
    [...left].every(([name, value]) => right.has(name) && sameJson(value, right.get(name)))
  );
}
