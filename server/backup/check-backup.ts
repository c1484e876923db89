import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BackupFolder } from './backup-folder';
import type { Manifest } from './backup-manifest';

/**
 * Reads every byte of a state and compares it with its SHA-256. Gives the names of what is missing, cut or changed ("parts/…",
 * "blobs/…"); empty where the state is whole. Touches nothing. `onStep` hears of each file.
 */
export async function checkBackup(
  folder: BackupFolder,
  manifest: Manifest,
  identity: string,
  onStep: () => void = () => undefined,
): Promise<readonly string[]> {
  const broken: string[] = [];
  const wanted = [
    ...manifest.tables.flatMap(({ parts }) => parts.map(({ sha256 }) => ['parts', sha256] as const)),
    ...manifest.blobs.map(({ sha256 }) => ['blobs', sha256] as const),
  ];
  for (const [kind, sha256] of wanted) {
    onStep();
    if (!(await isWhole(() => folder.read(kind, sha256, identity), sha256))) broken.push(`${kind}/${sha256}`);
  }
  return broken;
}

async function isWhole(open: () => Promise<Readable>, sha256: string): Promise<boolean> {
  try {
    const hash = createHash('sha256');
    for await (const bytes of await open()) hash.update(bytes as Uint8Array);
    return hash.digest('hex') === sha256;
  } catch {
    return false; // not there, cut, or not for this key: all the same to whoever wants to restore
  }
}
