import type { Change } from './change';
import { isPlain } from './is-plain';

const texts = new WeakMap<object, string>();

/**
 * A change as JSON: the size it is judged by, the row of the log, the journal's entry. Made once, since a change is never altered; of one
 * that came as JSON and was read as it is, that very text.
 */
export function changeText(change: Change): string {
  const known = texts.get(change);
  if (known !== undefined) return known;
  const text = JSON.stringify(change);
  texts.set(change, text);
  return text;
}

/** Remembers the JSON that an object was just parsed from, where it may stand for it. */
export function keepText(parsed: unknown, text: string): void {
  if (typeof parsed === 'object' && parsed !== null && isPlain(text, parsed)) texts.set(parsed, text);
}

/** Whether the JSON that this came as is remembered. */
export function hasText(parsed: object): boolean {
  return texts.has(parsed);
}
