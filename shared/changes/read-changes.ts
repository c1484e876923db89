import { z } from 'zod';
import { type AnyChange, type Change, changeSchema, exactChangeSchema } from './change';
import { hasText } from './change-text';

/** Which changes this version of Xunji understands, and which it does not: those are kept as they are and stop no other. */
export function readChanges(changes: readonly AnyChange[]): {
  readonly read: readonly Change[];
  readonly unread: readonly AnyChange[];
} {
  const read: Change[] = [];
  const unread: AnyChange[] = [];
  for (const change of changes) {
    if (isExact(change)) {
      read.push(change);
      continue;
    }
    const parsed = changeSchema.safeParse(change);
    if (parsed.success) read.push(parsed.data);
    else unread.push(change);
  }
  return { read, unread };
}

/**
 * Nearly always. Such a change keeps its text, and need not be copied. Only of plain text: what schemas pass over without looking, as
 * a `__proto__` among names, is left out by copying.
 */
function isExact(change: AnyChange): change is AnyChange & Change {
  return hasText(change) && z.validate(exactChangeSchema, change);
}
