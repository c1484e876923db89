import type { Change } from '../../shared/changes/change';
import { type Outcome, succeed } from '../../shared/outcome';
import { callBridge } from './call-bridge';

/** So many go to main at once. */
const atOnce = 500;

export interface Imported<T> {
  readonly gathered: T;
  /** How many changes there are. */
  readonly count: number;
  /** The last one's place in the journal; null where there is none, or where they count and the journal has no room for them yet. */
  readonly sequence: number | null;
}

/**
 * The one way by which changes of any number come into the journal as one: main gathers what `gather` appends, and from the commit on all of it
 * counts, whatever is pulled or killed in between; where gathering fails, or throws, nothing does. The database is not touched.
 */
export async function importWhole<T>(
  gather: (append: (changes: readonly Change[]) => Promise<Outcome<unknown>>) => Promise<Outcome<T>>,
): Promise<Outcome<Imported<T>>> {
  const begun = await callBridge('imports.begin', {});
  if (!begun.ok) return begun;
  const { import: id } = begun.value;
  let count = 0;
  let gathered: Outcome<T> | null = null;
  try {
    gathered = await gather(async (changes) => {
      for (let from = 0; from < changes.length; from += atOnce) {
        const some = changes.slice(from, from + atOnce);
        const appended = await callBridge('imports.append', { import: id, changes: some });
        if (!appended.ok) return appended;
        count += some.length;
      }
      return succeed(null);
    });
  } finally {
    if (!gathered?.ok || count === 0) await callBridge('imports.abandon', { import: id });
  }
  if (!gathered.ok) return gathered;
  if (count === 0) return succeed({ gathered: gathered.value, count, sequence: null });
  const committed = await callBridge('imports.commit', { import: id });
  if (!committed.ok) return committed;
  return succeed({ gathered: gathered.value, count, sequence: committed.value.sequence });
}
