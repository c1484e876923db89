import { PGlite } from '@electric-sql/pglite';
import { errorCode, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/**
 * A new, empty PGlite in a directory that does not exist. Making one takes 5 to 9 seconds, unpacking a saved one less than 1:
 * the first is saved at `template`, so that a rebuild after a power cut is quick. One that does not load is made again.
 */
export async function makeCluster(
  directory: string,
  template: string,
  fileSystem: FileSystem,
): Promise<PGlite> {
  const saved = await readSaved(template, fileSystem);
  if (saved) {
    const loaded = await load(directory, saved);
    if (loaded) return loaded;
    await fileSystem.rm(directory, { recursive: true, force: true });
  }
  const made = await PGlite.create({ dataDir: directory });
  const dump = await made.dumpDataDir('gzip');
  await writeDurably(fileSystem, template, Buffer.from(await dump.arrayBuffer()));
  return made;
}

async function load(directory: string, saved: Uint8Array): Promise<PGlite | null> {
  try {
    const loadDataDir = new Blob([Uint8Array.from(saved)], { type: 'application/x-gzip' });
    return await PGlite.create({ dataDir: directory, loadDataDir });
  } catch {
    return null; // damaged, or of another version of PGlite
  }
}

async function readSaved(template: string, fileSystem: FileSystem): Promise<Uint8Array | null> {
  try {
    return await fileSystem.readFile(template);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
