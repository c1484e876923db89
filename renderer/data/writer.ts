import type { Author } from '../../shared/changes/make-change';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import type { Seal } from '../../shared/sealing/seal';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { databaseProblem } from './database-problem';
import type { Queue } from './one-at-a-time';
import { recover } from './recover';
import { type Edit, type Saved, pageSize, save } from './save';
import { saveWhole } from './save-whole';

const retryMillis = 1000;

/** Below this many free bytes the disk counts as what made the database fail. */
const fullBytes = 64 << 20;

export interface WriterParts {
  readonly database: Database;
  readonly seal: Seal;
  readonly queue: Queue;
  /** The database failed; it is tried again until `onLevel`. */
  onTrouble(problem: Problem): void;
  /** The database has everything that the journal has again. */
  onLevel(): void;
}

/** How edits are written: as `save` does, or as one whole; `onCounts` is told what counts whatever fails from then on. */
export type Pen = (
  database: Database,
  seal: Seal,
  author: Author,
  edits: readonly Edit[],
  onCounts: (saved: readonly Saved[]) => void,
) => Promise<Outcome<readonly Saved[]>>;

export interface Writer {
  write(author: Author, edits: readonly Edit[], pen?: Pen): Promise<Outcome<readonly Saved[]>>;
}

const whole: Pen = (database, seal, author, edits, onCounts) =>
  saveWhole(database, seal, author, edits, () => {}, onCounts);

interface Written {
  readonly saved: readonly Saved[];
  readonly seen: Promise<void> | null;
}

/**
 * The pen of the window. Where the database fails (Chromium closes it when a disk is full), the journal may have what the
 * database lacks: nothing more is written before the two are level again, which is tried every second, without a restart.
 */
export function createWriter({ database, seal, queue, onTrouble, onLevel }: WriterParts): Writer {
  let behind = false;
  let mending = false;
  let timer: number | undefined;
  /** Who waits to see what counts. */
  const waiting: (() => void)[] = [];

  async function bringLevel(): Promise<Outcome<unknown>> {
    mending = true;
    try {
      const level = await recover(database, seal);
      behind = !level.ok;
      clearTimeout(timer);
      if (level.ok) for (const seen of waiting.splice(0)) seen();
      return level;
    } finally {
      mending = false;
    }
  }

  async function fallBehind(error: unknown): Promise<Problem> {
    behind = true;
    later();
    const disk = await callBridge('disk.describe', {}).catch(() => null);
    return disk?.ok && disk.value.freeBytes < fullBytes ? problem('disk.full') : databaseProblem(error);
  }

  /** What came of it, and for what of it one has to wait until the database has it too. */
  async function once(author: Author, edits: readonly Edit[], pen: Pen): Promise<Outcome<Written>> {
    let counted: readonly Saved[] | null = null;
    try {
      if (behind) {
        const level = await bringLevel();
        if (!level.ok) {
          // Nobody may write again by himself: it is tried on until the two are level.
          later();
          return level;
        }
      }
      const saved = await pen(database, seal, author, edits, (all) => (counted = all));
      return saved.ok ? succeed({ saved: saved.value, seen: null }) : saved;
    } catch (error) {
      const why = await fallBehind(error);
      if (counted === null) return fail(why);
      onTrouble(why);
      return succeed({ saved: counted, seen: new Promise((resolve) => waiting.push(resolve)) });
    }
  }

  function later(): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => void queue(again), retryMillis);
  }

  async function again(): Promise<void> {
    // A write may have brought it level while this waited for its turn.
    if (!behind) return;
    await bringLevel().catch(() => undefined);
    if (behind) later();
    else onLevel();
  }

  database.on('close', (event: unknown) => {
    if (mending || behind) return;
    void fallBehind(event).then(onTrouble);
  });

  return {
    // What does not fit into one call is saved as one whole: a page that fails must not leave the one before it behind.
    async write(author, edits, pen = edits.length > pageSize ? whole : save) {
      const written = await queue(() => once(author, edits, pen));
      if (!written.ok) return written;
      await written.value.seen;
      return succeed(written.value.saved);
    },
  };
}
