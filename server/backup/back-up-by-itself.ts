import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Manifest } from './backup-manifest';
import { runBackup } from './run-backup';

const lastSchema = z.object({ directory: z.string(), id: z.string() });

/**
 * A backup that nobody watches. Refused where the folder had one before and now has none: a share or a disk that is not connected leaves an
 * empty folder in its place, on the very disk that the backups are to outlive. `memory` is the server's own file that tells of the last
 * one. Whoever means an empty folder makes one by the command, and then they go on by themselves.
 */
export async function backUpByItself(
  parts: Parameters<typeof runBackup>[0],
  target: Parameters<typeof runBackup>[1],
  machine: Parameters<typeof runBackup>[2],
  memory: string,
): Promise<Outcome<Manifest>> {
  const { fileSystem } = machine;
  const { directory } = target;
  const last = await readLast(fileSystem, memory);
  if (last?.directory === directory && !(await hasStates(fileSystem, directory)))
    return fail(problem('backup.folderEmpty', { directory, last: last.id }));
  const written = await runBackup(parts, target, machine);
  if (written.ok) {
    const told = JSON.stringify({ directory, id: written.value.id });
    await writeDurably(fileSystem, memory, Buffer.from(told));
  }
  return written;
}

/** Null where it cannot be read, too: then an empty folder is taken for a new one. */
async function readLast(fileSystem: FileSystem, memory: string): Promise<z.infer<typeof lastSchema> | null> {
  try {
    return lastSchema.parse(JSON.parse(await fileSystem.readFile(memory, 'utf8')));
  } catch {
    return null;
  }
}

async function hasStates(fileSystem: FileSystem, directory: string): Promise<boolean> {
  try {
    return (await fileSystem.readdir(join(directory, 'states'))).some((name) => name.endsWith('.age'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
