import type { RecordState } from './record-state';

/** The text that a field shows; empty where it holds none. */
export function shownText(state: RecordState, field: string): string {
  const value = state.fields[field]?.heads[0]?.value;
  return typeof value === 'string' ? value : '';
}
