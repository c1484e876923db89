import { type AnyChange, type Change, changeSchema } from './change';

/** Which changes this version of Xunji understands, and which it does not: those are kept as they are and stop no other. */
export function readChanges(changes: readonly AnyChange[]): {
  readonly read: readonly Change[];
  readonly unread: readonly AnyChange[];
} {
  const read: Change[] = [];
  const unread: AnyChange[] = [];
  for (const change of changes) {
    const parsed = changeSchema.safeParse(change);
    if (parsed.success) read.push(parsed.data);
    else unread.push(change);
  }
  return { read, unread };
}
