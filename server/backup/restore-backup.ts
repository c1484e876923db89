import { rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  errorCode,
  makeDirectoryDurably,
  renameDurably,
  syncDirectory,
} from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Clock } from '../../shared/clock';
import { type Deed, appendAudit, serverScope } from '../access/append-audit';
import { openDatabase } from '../database/open';
import type { BlobStore } from '../files/blob-store';
import { openDiskBlobs } from '../files/disk-blobs';
import { freeBytesOf } from '../free-bytes';
import { sayProblem } from '../say-problem';
import { type BackupFolder, openBackupFolder } from './backup-folder';
import type { Manifest } from './backup-manifest';
import { checkBackup } from './check-backup';
import { isEmpty } from './is-empty';
import { type Ended, readEnded } from './read-ended';
import { restoreBlobs } from './restore-blobs';
import { restoreOffice } from './restore-office';
import { type WhoMayCome, mayStay, whoMayCome } from './who-may-come';

export interface RestoreOptions {
  readonly from: string;
  /** Private age key. */
  readonly identity: string;
  /** Id of a state; the newest where none is given. */
  readonly state?: string;
  /** The data directory: new or empty, unless a PostgreSQL is restored, which must be empty. */
  readonly directory: string;
  readonly databaseUrl?: string;
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Where the attachments go instead of into the data directory. */
  readonly blobs?: BlobStore;
  /** Who restores, as the audit log of the office that comes out says it. */
  readonly by: Pick<Deed, 'account' | 'device'>;
  /** What is known of ended access beside what the backup tells. */
  readonly alsoEnded?: (told: Ended) => Ended;
  /** Hears how many files there are to read and of each when it comes; may throw to give up. */
  readonly progress?: { begin(pieces: number): void; step(): void };
}

export interface Restored {
  readonly manifest: Manifest;
  /** Attachments that the backup named and no longer has whole. */
  readonly lost: number;
  /** What a later state of the backup told of ended access, which holds. */
  readonly ended: Ended;
  readonly mayCome: WhoMayCome;
  /** Whether whoever restored it may administrate it from where he is. */
  readonly stays: boolean;
}

/**
 * Restores a state of a backup: its tables are read whole and compared first, then put in place, so that a failure at any point leaves
 * the office as it was. A photo that is gone does not keep the rest from coming back. The office that comes out has a new epoch: laptops notice, and push again what the backup lacks.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Outcome<Restored>> {
  const folder = await openBackupFolder(options.fileSystem, options.from, '');
  const manifest = await readNewest(folder, options);
  if (!manifest) return fail(problem('backup.none', { directory: options.from }));
  const { progress } = options;
  const parts = manifest.tables.reduce((sum, table) => sum + table.parts.length, 0);
  progress?.begin(2 * parts + manifest.blobs.length);
  const broken = await checkBackup(
    folder,
    { ...manifest, blobs: [] },
    options.identity,
    progress && (() => progress.step()),
  );
  if (broken.length > 0)
    return fail(problem('backup.broken', { count: broken.length, first: broken[0] ?? '' }));
  const filled = options.databaseUrl
    ? await fill(options.directory, folder, manifest, options)
    : await fillAside(folder, manifest, options);
  if (!filled.ok) return filled;
  const lost = new Set(filled.value.lost);
  const blobs = manifest.blobs.filter(({ sha256 }) => !lost.has(sha256));
  const { ended, mayCome, stays } = filled.value;
  return succeed({ manifest: { ...manifest, blobs }, lost: lost.size, ended, mayCome, stays });
}

async function readNewest(
  folder: BackupFolder,
  { state, identity }: Pick<RestoreOptions, 'state' | 'identity'>,
): Promise<Manifest | null> {
  const id = state ?? (await folder.states()).at(-1);
  return id === undefined ? null : folder.readState(id, identity).catch(() => null);
}

type Filled = Pick<Restored, 'ended' | 'mayCome' | 'stays'> & {
  /** Attachments by their hash. */
  readonly lost: readonly string[];
};

/** The embedded office grows beside its place and moves there when it is whole. */
async function fillAside(
  folder: BackupFolder,
  manifest: Manifest,
  options: RestoreOptions,
): Promise<Outcome<Filled>> {
  const { directory, fileSystem } = options;
  const aside = `${directory}.restoring`;
  if (!(await isFree(directory, fileSystem))) return fail(problem('restore.notEmpty'));
  await dropHalf(aside, fileSystem);
  const filled = await fill(aside, folder, manifest, options);
  if (!filled.ok) return filled;
  await rmdir(directory).catch(ignoreMissing);
  await renameDurably(fileSystem, aside, directory);
  await syncDirectory(fileSystem, dirname(directory));
  return filled;
}

async function fill(
  directory: string,
  folder: BackupFolder,
  manifest: Manifest,
  { identity, databaseUrl, fileSystem, clock, newId, by, ...options }: RestoreOptions,
): Promise<Outcome<Filled>> {
  await makeDirectoryDurably(fileSystem, directory);
  const database = await openDatabase({
    directory,
    url: databaseUrl,
    fileSystem,
    newId,
    newEpoch: false,
    freeBytes: () => freeBytesOf(directory),
    say: sayProblem,
    onFatal: () => undefined, // told by the error that follows it
  });
  if (!database.ok) return database;
  try {
    if (!(await database.value.transact(({ query }) => isEmpty(query))))
      return fail(problem('restore.notEmpty'));
    // Before the rows: if these fail, the restore can be done again.
    const onStep = () => options.progress?.step();
    const blobs = options.blobs ?? openDiskBlobs(join(directory, 'blobs'), fileSystem);
    const to = { blobs, staging: join(directory, 'attachment.tmp'), fileSystem };
    const lost = await restoreBlobs(folder, manifest, identity, to, onStep);
    const told = await readEnded(folder, manifest.id, identity);
    const ended = options.alsoEnded?.(told) ?? told;
    const restored = await restoreOffice(database.value, folder, manifest, identity, newId(), ended, onStep);
    if (!restored.ok) return restored;
    const deed = { scope: serverScope, ...by, act: 'backup.restored' as const, subject: manifest.id };
    await database.value.transact((transaction) => appendAudit(transaction, [deed], clock()));
    const mayCome = await whoMayCome(database.value);
    return succeed({ lost, ended, mayCome, stays: await mayStay(database.value, by) });
  } finally {
    await database.value.close();
  }
}

/** What an earlier restore left half; an empty database that was put there to begin with stays. */
async function dropHalf(aside: string, fileSystem: FileSystem): Promise<void> {
  for (const name of (await fileSystem.readdir(aside).catch(ignoreMissing)) ?? [])
    if (name !== 'empty-database.tar.gz') await fileSystem.rm(join(aside, name), { recursive: true });
}

async function isFree(directory: string, fileSystem: FileSystem): Promise<boolean> {
  return ((await fileSystem.readdir(directory).catch(ignoreMissing)) ?? []).length === 0;
}

function ignoreMissing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null;
  throw error;
}
