import type { FileSystem } from '../../shared/node/file-system';

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
  /** What is on disk and what is in memory have parted: the process must end, and the next start rebuilds. */
  onFatal(error: unknown): void;
}
