import type { Clock } from '../../shared/clock';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Database } from '../database/database';
import { lockDirectory } from '../lock-directory';
import { openBackupFolder } from './backup-folder';
import type { Manifest } from './backup-manifest';
import { pruneBackups } from './prune-backups';
import { nameState } from './state-order';
import { type BackupBlobs, writeBackup } from './write-backup';

export interface BackupTarget {
  readonly directory: string;
  /** Public age key of whoever may read the backups. */
  readonly recipient: string;
}

/**
 * One backup, named by the server's time and numbered behind all that the folder has; old ones go. Refused while another one writes there, and
 * in a folder for another key: what is there already is not written again, and would open for nobody who has only the new one.
 */
export async function runBackup(
  parts: { readonly database: Database; readonly blobs: BackupBlobs },
  target: BackupTarget,
  machine: { readonly fileSystem: FileSystem; readonly clock: Clock },
): Promise<Outcome<Manifest>> {
  const folder = await openBackupFolder(machine.fileSystem, target.directory, target.recipient);
  const lock = await lockDirectory(target.directory);
  if (!lock.ok) return lock;
  try {
    if (!(await folder.claim())) return fail(problem('backup.otherKey', { directory: target.directory }));
    const at = new Date(machine.clock()).toISOString();
    const id = nameState(await folder.states(), at);
    const written = await writeBackup(parts.database, parts.blobs, folder, { id, at });
    await pruneBackups(folder);
    return succeed(written);
  } finally {
    await lock.value.release();
  }
}
