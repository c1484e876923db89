import { join } from 'node:path';
import type { FileSystem } from '../../shared/node/file-system';
import { openJournal } from '../../shared/node/journal';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { plainSeal } from '../../shared/sealing/seal';
import type { NumberedChange } from '../changes/numbered-change';
import { checkIntake } from './check-intake';

const batch = 2000;

/**
 * Every change that the server ever accepted, with its number, fsynced before the commit: PGlite has no fsync of its own,
 * so this and not the database directory is what an acknowledgement stands on.
 */
export interface IntakeJournal {
  /** How many changes it holds. */
  readonly length: number;
  /** Resolves when the changes are on disk. Rejects with the system's error; then it holds none of them. */
  append(changes: readonly NumberedChange[]): Promise<void>;
  /** Gives all changes in their order, in batches. */
  replay(take: (changes: readonly NumberedChange[]) => Promise<void>): Promise<void>;
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
    get length() {
      return journal.sequence;
    },
    async append(changes) {
      await journal.append(changes.map((change) => Buffer.from(JSON.stringify(change))));
    },
    async replay(take) {
      for (let after = 0; after < journal.sequence;) {
        const records = await journal.read(after, batch);
        after = records.at(-1)?.sequence ?? journal.sequence;
        await take(
          records.map(({ payload }) => JSON.parse(Buffer.from(payload).toString()) as NumberedChange),
        );
      }
    },
    close: () => journal.close(),
  });
}
