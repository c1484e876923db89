import { type DBCoreCursor, type DBCoreTransaction, Dexie, cmp } from 'dexie';
import type { Entry } from './ordered-rows';

/** Walks over rows that were read, as a cursor of Dexie's core does over an index; at least one. */
export function rowCursor(
  trans: DBCoreTransaction,
  entries: readonly [Entry, ...Entry[]],
  isBack: boolean,
): DBCoreCursor {
  let place = 0;
  let here: Entry = entries[0];
  /** What the walk is to do next; null while it stands still. */
  let step: (() => number) | null = null;
  let isWalking = false;
  let isDone = false;
  let onNext = () => {};
  let end = (_value?: unknown): void => {};
  let fail = (_error: Error): void => {};

  function walk(): void {
    // In a loop: each row asks for the next one, and thousands within each other would be too deep.
    if (isWalking) return;
    isWalking = true;
    try {
      while (step) {
        place = step();
        step = null;
        const next = entries[place];
        if (next) {
          here = next;
          onNext();
        } else {
          isDone = true;
          end();
        }
      }
    } catch (error) {
      fail(error as Error);
    } finally {
      isWalking = false;
    }
  }
  const go = (to: () => number) => {
    step = to;
    walk();
  };
  const isBefore = (one: unknown, other: unknown) => cmp(one, other) * (isBack ? -1 : 1) < 0;
  const upTo = (isThere: (entry: Entry) => boolean) => () => {
    const found = entries.findIndex((entry, at) => at > place && isThere(entry));
    return found === -1 ? entries.length : found;
  };

  const cursor: DBCoreCursor = {
    trans,
    get key() {
      return here.key;
    },
    get primaryKey() {
      return here.row.id;
    },
    get value() {
      return here.row;
    },
    get done() {
      return isDone;
    },
    continue: (key?: unknown) =>
      go(key === undefined || key === null ? () => place + 1 : upTo((entry) => !isBefore(entry.key, key))),
    continuePrimaryKey: (key: unknown, primaryKey: unknown) =>
      go(
        upTo((entry) =>
          cmp(entry.key, key) === 0 ? !isBefore(entry.row.id, primaryKey) : !isBefore(entry.key, key),
        ),
      ),
    advance: (count: number) => go(() => place + count),
    start: (next: () => void) =>
      new Dexie.Promise((resolve, reject) => {
        onNext = next;
        end = resolve;
        fail = reject;
        go(() => place);
      }),
    stop: (value?: unknown) => {
      step = null;
      end(value);
    },
    next: () => {
      let left = 1;
      return cursor
        .start(() => {
          left -= 1;
          if (left === 0) cursor.continue();
          else cursor.stop();
        })
        .then(() => cursor);
    },
    fail: (error: Error) => {
      step = null;
      fail(error);
    },
  };
  return cursor;
}
