import { join } from 'node:path';
import type { FileSystem } from '../../shared/node/file-system';
import { openJournal } from '../../shared/node/journal';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { plainSeal } from '../../shared/sealing/seal';
import { checkIntake } from './check-intake';
import type { IntakeEntry } from './intake-entry';
import { unpackFrame } from './intake-frame';

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
    close: () => journal.close(),
  });
}
