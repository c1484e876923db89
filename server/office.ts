import type { Clock, RandomBytes } from '../shared/clock';
import type { ServerKeys } from './access/server-keys';
import type { Database } from './database/database';
import type { BlobStore } from './files/blob-store';

/** All that the routes work on. */
export interface Office {
  readonly database: Database;
  readonly blobs: BlobStore;
  /** Where unfinished uploads wait; on the same disk as the blobs, so that a finished one is only renamed. */
  readonly uploadsDirectory: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly keys: ServerKeys;
  /** How the office calls itself, shown to a laptop that is enrolled. */
  readonly name: string;
  /** What a laptop shows that is not enrolled yet. */
  readonly key: string;
}
