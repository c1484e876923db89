import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Database } from '../database/database';
import { asFarAsItReads } from './as-far-as-it-reads';
import type { BackupFolder } from './backup-folder';
import type { BackupTable, Manifest } from './backup-manifest';
import { type OfficeTable, readOffice } from './read-office';

/** The attachments of an office, however they are stored. */
export interface BackupBlobs {
  list(): Promise<readonly { readonly sha256: string; readonly size: number }[]>;
  read(sha256: string): Promise<Readable>;
}

/**
 * Writes the present state of an office into a folder of backups: what the folder lacks, and then the list of all. Others go on
 * working meanwhile. What cannot be read of the attachments is told as `damaged` and left out. Throws the system's other errors; the
 * folder then has its earlier states unharmed.
 */
export async function writeBackup(
  database: Database,
  blobs: BackupBlobs,
  folder: BackupFolder,
  head: { readonly id: string; readonly at: string },
): Promise<Manifest> {
  const tables: BackupTable[] = [];
  for (const table of await readOffice(database)) tables.push(await writeTable(folder, table));
  // After the tables: a file that a record of this state names is here, if it had arrived at all.
  const stored = await blobs.list();
  const damaged: string[] = [];
  for (const { sha256 } of stored) {
    if (await folder.has('blobs', sha256)) continue;
    // One that a dying disk does not give must not keep all the rest out.
    const bytes = Readable.from(asFarAsItReads(() => blobs.read(sha256)));
    if (!(await folder.write('blobs', sha256, bytes))) damaged.push(sha256);
  }
  const sound = stored.filter(({ sha256 }) => !damaged.includes(sha256));
  const manifest = { format: 1 as const, ...head, epoch: database.epoch, tables, blobs: sound, damaged };
  await folder.writeState(manifest);
  return manifest;
}

async function writeTable(folder: BackupFolder, { name, pages }: OfficeTable): Promise<BackupTable> {
  const whole = createHash('sha256');
  const parts: BackupTable['parts'] = [];
  let entries = 0;
  for await (const lines of pages) {
    if (lines.length === 0) continue;
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    whole.update(bytes);
    if (!(await folder.has('parts', sha256))) await folder.write('parts', sha256, Readable.from([bytes]));
    parts.push({ sha256, entries: lines.length });
    entries += lines.length;
  }
  return { name, entries, sha256: whole.digest('hex'), parts };
}
