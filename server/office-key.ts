import { join } from 'node:path';
import { errorCode, writeDurably } from '../shared/node/durable-file';
import type { FileSystem } from '../shared/node/file-system';

export interface OfficeKey {
  readonly key: string;
  /** Where it is kept; null when it came from the settings. */
  readonly file: string | null;
  readonly isNew: boolean;
}

/** The access key of the office: the one that was set, else the one made at the first start and kept in the data directory. */
export async function keepOfficeKey(
  directory: string,
  set: string | undefined,
  fileSystem: FileSystem,
  random: (length: number) => Uint8Array,
): Promise<OfficeKey> {
  if (set) return { key: set, file: null, isNew: false };
  const file = join(directory, 'office-key');
  const known = await readKnown(file, fileSystem);
  if (known) return { key: known, file, isNew: false };
  const key = Buffer.from(random(24)).toString('base64url');
  await writeDurably(fileSystem, file, Buffer.from(`${key}\n`));
  await hideFromOthers(file, fileSystem);
  return { key, file, isNew: true };
}

async function readKnown(file: string, fileSystem: FileSystem): Promise<string> {
  try {
    return (await fileSystem.readFile(file, 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Other users of the machine may not read it. Windows has no such bits; there the directory's rights decide. */
async function hideFromOthers(file: string, fileSystem: FileSystem): Promise<void> {
  const handle = await fileSystem.open(file, 'r+');
  try {
    await handle.chmod(0o600);
  } finally {
    await handle.close();
  }
}
