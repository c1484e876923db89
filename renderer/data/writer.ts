import type { Author } from '../../shared/changes/make-change';
import { type Outcome, fail } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import type { Seal } from '../../shared/sealing/seal';
import { callBridge } from './call-bridge';
import type { Database } from './database';
import { databaseProblem } from './database-problem';
import type { Queue } from './one-at-a-time';
import { recover } from './recover';
import { type Edit, type Saved, save } from './save';

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

/** How edits are written: as `save` does, or as one whole. */
export type Pen = typeof save;

export interface Writer {
  write(author: Author, edits: readonly Edit[], pen?: Pen): Promise<Outcome<readonly Saved[]>>;
}

/**
 * The pen of the window. Where the database fails (Chromium closes it when a disk is full), the journal may have what the
 * database lacks: nothing more is written before the two are level again, which is tried every second, without a restart.
 */
export function createWriter({ database, seal, queue, onTrouble, onLevel }: WriterParts): Writer {
  let behind = false;
  let mending = false;
  let timer: number | undefined;

  async function bringLevel(): Promise<Outcome<unknown>> {
    mending = true;
    try {
      const level = await recover(database, seal);
      behind = !level.ok;
      clearTimeout(timer);
      return level;
    } finally {
      mending = false;
    }
  }

  async function fallBehind(error: unknown): Promise<Problem> {
    behind = true;
    later();
    const disk = await callBridge('disk.describe', {});
    return disk.ok && disk.value.freeBytes < fullBytes ? problem('disk.full') : databaseProblem(error);
  }

  async function once(author: Author, edits: readonly Edit[], pen: Pen): Promise<Outcome<readonly Saved[]>> {
    try {
      if (behind) {
        const level = await bringLevel();
        if (!level.ok) return level;
      }
      return await pen(database, seal, author, edits);
    } catch (error) {
      return fail(await fallBehind(error));
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

  return { write: (author, edits, pen = save) => queue(() => once(author, edits, pen)) };
}
