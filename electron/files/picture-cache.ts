import { join } from 'node:path';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { diskProblem } from './disk-problem';

export interface PictureCache {
  /** Where the picture of this key lies or would lie; a key begins with the hash of its original. */
  pathOf(key: string): string;
  has(key: string): Promise<boolean>;
  keep(key: string, bytes: Uint8Array): Promise<Outcome<Record<string, never>>>;
  drop(key: string): Promise<void>;
}

/**
 * Pictures that were made from originals: small ones for the screen, and copies for printing. A cache: the folder may be deleted
 * at any time, the window makes them again; therefore no fsync, and a broken one is only a picture that is made again.
 */
export function openPictureCache(
  fileSystem: FileSystem,
  directory: string,
  newId: () => string,
): PictureCache {
  const pathOf = (key: string) => join(directory, key.slice(0, 2), `${key}.jpg`);
  return {
    pathOf,
    has: (key) =>
      fileSystem.stat(pathOf(key)).then(
        (there) => there.isFile(),
        () => false,
      ),
    drop: (key) => fileSystem.rm(pathOf(key), { force: true }),
    async keep(key, bytes) {
      const folder = join(directory, key.slice(0, 2));
      const aside = join(folder, newId());
      try {
        await makeDirectoryDurably(fileSystem, folder);
        const handle = await fileSystem.open(aside, 'wx');
        try {
          await handle.writeFile(bytes);
        } finally {
          await handle.close();
        }
        await fileSystem.rename(aside, pathOf(key));
        return succeed({});
      } catch (error) {
        await fileSystem.rm(aside, { force: true });
        return fail(diskProblem(error));
      }
    },
  };
}
