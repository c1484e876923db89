import type { Json } from '../json';
import { mergeHeads } from './merge-heads';
import type { FieldState, RecordState } from './record-state';

/** What people see of a field: its value, the first of several that do not replace each other, or a long text made of all of them. */
export function shownValue(
  state: Pick<RecordState, 'kind'>,
  name: string,
  field: FieldState,
): Json | undefined {
  return mergeHeads(state, name, field)?.text ?? field.heads[0]?.value;
}
