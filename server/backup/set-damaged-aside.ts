import { createHash } from 'node:crypto';
import { errorCode } from '../../shared/node/durable-file';
import type { BackupFolder, Named } from './backup-folder';

/**
 * Takes files out of the way that were found broken and read as damaged a second time: a file that is there is written once for all states,
 * so that every later backup would name the damaged one. The next backup writes them anew, as far as the office has them. One that only
 * could not be read now, or is for another key, stays. Not while a backup is being written.
 */
export async function setDamagedAside(
  folder: BackupFolder,
  broken: readonly Named[],
  identity: string,
): Promise<void> {
  for (const { kind, sha256 } of broken)
    if (await isDamaged(folder, { kind, sha256 }, identity)) await folder.setAside(kind, sha256);
}

async function isDamaged(folder: BackupFolder, { kind, sha256 }: Named, identity: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const bytes of await folder.read(kind, sha256, identity)) hash.update(bytes as Uint8Array);
  } catch (error) {
    // The system's errors have a code: it is away, or a disk that stumbles, and may be whole.
    return errorCode(error) === '' && !String(error).includes('no identity matched');
  }
  return hash.digest('hex') !== sha256;
}
