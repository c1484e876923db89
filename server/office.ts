import type { AccessRules } from '../shared/access/access-rules';
import type { Clock, RandomBytes } from '../shared/clock';
import type { FileSystem } from '../shared/node/file-system';
import type { BackupDesk } from './backup/backup-desk';
import type { Oidc } from './access/oidc';
import type { RestoreDesk } from './backup/restore-desk';
import type { ServerKeys } from './access/server-keys';
import type { Database } from './database/database';
import type { BlobStore } from './files/blob-store';

/** All that the routes work on. */
export interface Office {
  readonly database: Database;
  readonly blobs: BlobStore;
  /** Small pictures by the hash of their original. */
  readonly thumbs: BlobStore;
  /** Where unfinished uploads wait; on the same disk as the blobs, so that a finished one is only renamed. */
  readonly uploadsDirectory: string;
  readonly fileSystem: FileSystem;
  /** Room on the disk of the data directory. */
  readonly freeBytes: () => Promise<number>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly keys: ServerKeys;
  readonly rules: AccessRules;
  readonly backups: BackupDesk;
  readonly restore: RestoreDesk;
  /** How the office calls itself, shown to a laptop that is enrolled. */
  readonly name: string;
  /** The office's identity provider, where it has one. */
  readonly oidc?: Oidc;
}
