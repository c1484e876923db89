import { join } from 'node:path';
import { errorCode, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import type { DataPaths } from '../data-paths';

/** Marks the window's database as broken beyond what Chromium itself can delete. */
export async function markForgotten(fileSystem: FileSystem, paths: DataPaths): Promise<void> {
  await writeDurably(fileSystem, paths.forget, Buffer.from('\n'));
}

/** Throws a marked database away; to be done before a window opens it. Nothing but IndexedDB goes: the journal fills a new one. */
export async function forgetIfMarked(fileSystem: FileSystem, paths: DataPaths): Promise<void> {
  try {
    await fileSystem.stat(paths.forget);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  // Electron keeps it in the profile itself, a browser in a folder of the profile.
  for (const folder of ['IndexedDB', 'Default/IndexedDB'])
    await fileSystem.rm(join(paths.profile, folder), { recursive: true, force: true });
  await fileSystem.rm(paths.forget, { force: true });
}
