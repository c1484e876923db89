import type { RecordState } from '../../shared/changes/record-state';
import type { Clock } from '../../shared/clock';
import type { Outcome } from '../../shared/outcome';
import type { Seal } from '../../shared/sealing/seal';
import type { Database } from './database';
import { readHistory } from './history';
import { type Observable, createObservable } from './observable';
import { nextTask } from './next-task';
import type { Queue } from './one-at-a-time';
import type { Edit, Saved } from './save';
import { openState } from './sealed-json';
import { type UndoEntry, cancelsOut, editsOf, entryOf, joinEntries, standsAsMade } from './undo-entry';
import { flushUnsaved } from './unsaved-fields';

export type Direction = 'undo' | 'redo';

/** What came of an undo or a redo; `author` is who stands in its way. */
export interface UndoReport {
  readonly direction: Direction;
  readonly entry: UndoEntry;
  readonly result: 'done' | 'failed' | 'changedByOther' | 'alreadySent';
  readonly author: string;
}

export interface UndoStacks {
  readonly undo: readonly UndoEntry[];
  readonly redo: readonly UndoEntry[];
}

export interface Undo {
  readonly stacks: Observable<UndoStacks>;
  /** The last one, for a line that says so and for boxes that hold a record that is no more. */
  readonly report: Observable<UndoReport | null>;
  /** To be told of every save but those of undo and redo themselves. */
  note(saved: readonly Saved[]): void;
  /** To be told of an import: it is undone as one, however large. */
  noteWhole(saved: readonly Saved[]): void;
  run(direction: Direction): Promise<UndoReport | null>;
}

export interface UndoParts {
  readonly database: Database;
  readonly seal: Seal;
  readonly device: string;
  readonly clock: Clock;
  readonly queue: Queue;
  save(edits: readonly Edit[]): Promise<Outcome<unknown>>;
  saveWhole(edits: readonly Edit[]): Promise<Outcome<unknown>>;
}

const deepest = 100;

/** Looking at this many records is done between two frames. */
const pieceSize = 200;

/** A whole itinerary is no slip of the hand; taking it back is a decision of its own. */
const mostRecords = 50;

const nothing: UndoStacks = { undo: [], redo: [] };

/**
 * Undo and redo over the saves of this window. Each is a change like any other. What somebody else has set in the meantime
 * stays: such an entry is dropped, and the report says whose work stands in the way.
 */
export function createUndo(parts: UndoParts): Undo {
  const { database, seal, device, clock, queue } = parts;
  const stacks = createObservable<UndoStacks>(nothing);
  const report = createObservable<UndoReport | null>(null);
  let running: Promise<unknown> = Promise.resolve();

  function note(saved: readonly Saved[]): void {
    const entry = entryOf(saved, clock());
    const records = new Set(entry.steps.map((step) => step.record)).size;
    if (records === 0) return;
    if (records > mostRecords) return stacks.set(nothing);
    const { undo } = stacks.get();
    const last = undo.at(-1);
    if (last && cancelsOut(last, entry)) return stacks.set({ undo: undo.slice(0, -1), redo: [] });
    const joined = last && joinEntries(last, entry);
    stacks.set({
      undo: joined ? [...undo.slice(0, -1), joined] : [...undo, entry].slice(-deepest),
      redo: [],
    });
  }

  async function once(direction: Direction): Promise<UndoReport | null> {
    await flushUnsaved();
    // Behind every save that is under way: the newest of them is what the person means.
    await queue(() => Promise.resolve());
    const before = stacks.get();
    const entry = before[direction].at(-1);
    if (!entry) return null;
    const done = await attempt(direction, entry);
    const { undo, redo } = stacks.get();
    if (done.result !== 'failed')
      stacks.set(
        direction === 'undo'
          ? {
              undo: undo.filter((each) => each !== entry),
              redo: done.result === 'done' ? [...redo, entry] : redo,
            }
          : {
              undo: done.result === 'done' ? [...undo, entry] : undo,
              redo: redo.filter((each) => each !== entry),
            },
      );
    report.set(done);
    return done;
  }

  async function attempt(direction: Direction, entry: UndoEntry): Promise<UndoReport> {
    const edits = editsOf(entry, direction);
    const rows = await database.records.bulkGet(edits.map((edit) => edit.id));
    for (const [index, edit] of edits.entries()) {
      if (index % pieceSize === pieceSize - 1) await nextTask();
      const row = rows[index];
      const state = row && openState(seal, row.sealed);
      const other = state && (otherAuthor(state, edit, device) ?? (await hiddenAuthor(entry, state, edit)));
      if (other !== undefined) return { direction, entry, result: 'changedByOther', author: other };
      if (await isLocked(database, edit)) return { direction, entry, result: 'alreadySent', author: '' };
    }
    const saved = await (edits.length > mostRecords ? parts.saveWhole(edits) : parts.save(edits));
    return { direction, entry, result: saved.ok ? 'done' : 'failed', author: '' };
  }

  /** Whose words stand in a record that was made here, and would go with it: merged into what was saved here since. */
  async function hiddenAuthor(entry: UndoEntry, state: RecordState, edit: Edit): Promise<string | undefined> {
    if (edit.values['deleted'] !== true || standsAsMade(entry, state)) return undefined;
    const changes = await readHistory(database, seal, state.id);
    return changes.find((change) => change.device !== device)?.author;
  }

  return {
    stacks,
    report,
    note,
    noteWhole(saved) {
      // Of a time long ago: what is typed right after it is never one edit with it.
      const entry = entryOf(saved, Number.NEGATIVE_INFINITY);
      if (entry.steps.length > 0)
        stacks.set({ undo: [...stacks.get().undo, entry].slice(-deepest), redo: [] });
    },
    run(direction) {
      const next = running.then(() => once(direction));
      running = next.catch(() => undefined);
      return next;
    },
  };
}

/** Who else has set what this edit would replace; a whole record is replaced by deleting it. */
function otherAuthor(state: RecordState, edit: Edit, device: string): string | undefined {
  const isWhole = 'deleted' in edit.values;
  const fields = isWhole
    ? Object.values(state.fields)
    : Object.keys(edit.values).map((name) => state.fields[name]);
  return fields.flatMap((field) => field?.heads ?? []).find((head) => head.device !== device)?.author;
}

/** What a leader said is not changed any more once others have it. */
async function isLocked(database: Database, { kind, id, values }: Edit): Promise<boolean> {
  if (kind !== 'remark' || !('text' in values)) return false;
  return (await database.outbox.where('records').equals(id).count()) === 0;
}
