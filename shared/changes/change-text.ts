import type { Change } from './change';

const texts = new WeakMap<Change, string>();

/** A change as JSON: the size it is judged by, the row of the log, the journal's entry. Made once, since a change is never altered. */
export function changeText(change: Change): string {
  const known = texts.get(change);
  if (known !== undefined) return known;
  const text = JSON.stringify(change);
  texts.set(change, text);
  return text;
}
