import { join } from 'node:path';
import type { FileSystem } from '../../shared/node/file-system';
import { type Journal, openJournal } from '../../shared/node/journal';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { plainSeal } from '../../shared/sealing/seal';
import { checkIntake } from './check-intake';
import { droppedIn } from './dropped-in';
import type { IntakeEntry } from './intake-entry';
import { packFrame, unpackFrame } from './intake-frame';
import { withoutTours } from './without-tours';

const batch = 2000;

/**
 * Every change that the server ever accepted, with its number, and every row of its accounts, fsynced before the commit: PGlite
 * has no fsync of its own, so this and not the database directory is what an acknowledgement stands on.
 */
export interface IntakeJournal {
  /** Which journal this is. */
  readonly generation: string;
  /** How many frames it holds. */
  readonly length: number;
  /** Resolves when the frames are on disk. Rejects with the system's error; then it holds none of them. */
  append(frames: readonly Uint8Array[]): Promise<void>;
  /** Gives the entries of all frames behind the first `after` in their order, in batches, and how many frames those were. */
  replay(
    take: (entries: readonly IntakeEntry[], frames: number) => Promise<void>,
    after?: number,
  ): Promise<void>;
  /**
   * Takes what was dropped off the disk: the entries of each such tour before the one that drops it. The frames stay, with what else
   * they hold. Stopped in between, it is done again.
   */
  forgetDropped(): Promise<void>;
  close(): Promise<void>;
}

/** Opens or makes the journal in a data directory. A torn append at its end is cut; damage before it is a problem. */
export async function openIntakeJournal(
  dataDirectory: string,
  fileSystem: FileSystem,
  newId: () => string,
): Promise<Outcome<IntakeJournal>> {
  const directory = join(dataDirectory, 'intake');
  const damage = await checkIntake(directory, fileSystem);
  if (damage) return fail(damage);
  const journal = await openJournal({ directory, fileSystem, seal: plainSeal, newGeneration: newId() });
  return succeed({
    generation: journal.generation,
    get length() {
      return journal.sequence;
    },
    async append(frames) {
      await journal.append([...frames]);
    },
    async replay(take, after = 0) {
      for (let taken = after; taken < journal.sequence;) {
        const records = await journal.read(taken, batch);
        taken = records.at(-1)?.sequence ?? journal.sequence;
        await take(
          records.flatMap(({ payload }) => unpackFrame(payload)),
          records.length,
        );
      }
    },
    async forgetDropped() {
      const drops = await findDrops(journal);
      await journal.rewrite(({ sequence, payload }) => {
        const going = [...drops].filter(([, last]) => sequence < last).map(([tour]) => tour);
        const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
        if (!going.some((tour) => bytes.includes(tour))) return payload;
        const entries = unpackFrame(payload);
        const kept = withoutTours(entries, new Set(going));
        return kept === entries ? payload : packFrame(kept);
      });
    },
    close: () => journal.close(),
  });
}

/** The frames that dropped tours, the last one of each. */
async function findDrops(journal: Journal): Promise<ReadonlyMap<string, number>> {
  const drops = new Map<string, number>();
  for (let read = 0; read < journal.sequence;) {
    const records = await journal.read(read, batch);
    read = records.at(-1)?.sequence ?? journal.sequence;
    for (const { sequence, payload } of records)
      for (const tour of unpackFrame(payload).flatMap(droppedIn)) drops.set(tour, sequence);
  }
  return drops;
}
