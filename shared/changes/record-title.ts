import type { RecordState } from './record-state';
import { shownText } from './shown-text';

const titleFields = [
  'title',
  'name',
  'text',
  'policy',
  'spot',
  'caption',
  'signer',
  'judge',
  'label',
  'outcome',
];

const longest = 60;

/** By what people know a record: its name, or how its text begins; empty where it has neither. */
export function recordTitle(state: RecordState): string {
  for (const field of titleFields) {
    const text = shownText(state, field).trim();
    if (text !== '') return Array.from(text).slice(0, longest).join('');
  }
  return '';
}
