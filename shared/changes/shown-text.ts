import type { RecordState } from './record-state';
import { shownValue } from './shown-value';

/** The text that a field shows; empty where it holds none. */
export function shownText(state: RecordState, field: string): string {
  const held = state.fields[field];
  const value = held && shownValue(state, field, held);
  return typeof value === 'string' ? value : '';
}
