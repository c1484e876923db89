import type { Change } from '../../shared/changes/change';
import type { Author } from '../../shared/changes/make-change';
import type { RecordState } from '../../shared/changes/record-state';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { changeBytes } from '../../shared/protocol/sync';
import type { Seal } from '../../shared/sealing/seal';
import type { Database } from './database';
import { importWhole } from './import-whole';
import { nextTask } from './next-task';
import { type Edit, type Saved, keepChanges, makeChanges } from './save';
import { sealJson } from './sealed-json';

/** Making and merging this many changes is done between two frames. */
const sliceSize = 40;

/**
 * Saves edits of any number as one: gathered by main, and in the journal from one moment on, whatever is pulled or killed in
 * between. Only then do they go into the database, slice by slice, so that the window goes on; a window that dies there finds
 * the rest in the journal, since the database's place in it moves with the last slice. `onCounts` is told the moment from which on
 * no failure can take it back.
 */
export async function saveWhole(
  database: Database,
  seal: Seal,
  author: Author,
  edits: readonly Edit[],
  onProgress: (done: number) => void,
  onCounts: (saved: readonly Saved[]) => void = () => {},
): Promise<Outcome<readonly Saved[]>> {
  const imported = await importWhole((append) =>
    gather(append, database, seal, author, edits, (done) => onProgress(done / 2)),
  );
  if (!imported.ok) return imported;
  const { gathered: saved, sequence } = imported.value;
  onCounts(saved);
  for (let from = 0; from < saved.length; from += sliceSize) {
    const to = from + sliceSize;
    const changes = saved.slice(from, to).map(({ change }) => change);
    const isEnd = to >= saved.length && sequence !== null;
    const end = isEnd ? { sequence, count: saved.length } : null;
    await keepChanges(database, seal, changes, end, sequence && sequence - saved.length + 1 + from);
    onProgress((saved.length + Math.min(saved.length, to)) / 2);
    await nextTask();
  }
  return succeed(saved);
}

async function gather(
  append: (changes: readonly Change[]) => Promise<Outcome<unknown>>,
  database: Database,
  seal: Seal,
  author: Author,
  edits: readonly Edit[],
  onProgress: (done: number) => void,
): Promise<Outcome<readonly Saved[]>> {
  const saved: Saved[] = [];
  const states = new Map<string, RecordState>();
  for (let from = 0; from < edits.length; from += sliceSize) {
    const made = await makeChanges(database, seal, author, edits.slice(from, from + sliceSize), states);
    const changes = made.map(({ change }) => change);
    if (changes.some((change) => sealJson(seal, change).byteLength > changeBytes))
      return fail(problem('change.tooLarge', { limit: changeBytes >> 20 }));
    const appended = await append(changes);
    if (!appended.ok) return appended;
    for (const each of made) saved.push(each);
    onProgress(saved.length);
    await nextTask();
  }
  return succeed(saved);
}
