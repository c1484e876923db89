import type { FileSystem } from '../../shared/node/file-system';
import type { Problem } from '../../shared/problems';

/** What either database is opened with. */
export interface DatabaseOptions {
  /** Where the embedded database and its intake journal live. */
  readonly directory: string;
  /** A PostgreSQL to use instead of the embedded database. */
  readonly url?: string;
  readonly fileSystem: FileSystem;
  readonly newId: () => string;
  /** Begin a new epoch: said by who restored an older backup, so that every laptop pushes again what the backup lacks. */
  readonly newEpoch: boolean;
  /** How much may still be written to the disk on which the directory lies. */
  freeBytes(): Promise<number>;
  /** What whoever runs the server should see to; everything goes on. */
  say(problem: Problem): void;
  /** What is on disk and what is in memory have parted, or the embedded database answers no more: the process must end, and the next start rebuilds. */
  onFatal(error: unknown): void;
}
