import type { Clock } from '../shared/clock';
import type { Database } from './database/database';
import type { BlobStore } from './files/blob-store';

/** All that the routes work on. */
export interface Office {
  readonly database: Database;
  readonly blobs: BlobStore;
  /** Where unfinished uploads wait; on the same disk as the blobs, so that a finished one is only renamed. */
  readonly uploadsDirectory: string;
  readonly clock: Clock;
  /** What every caller must show. */
  readonly key: string;
}
