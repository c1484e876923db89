import { join } from 'node:path';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { diskProblem } from './disk-problem';

export interface ThumbStore {
  pathOf(sha256: string): string;
  keep(sha256: string, bytes: Uint8Array): Promise<Outcome<Record<string, never>>>;
}

/**
 * Small pictures by the hash of their originals. A cache: the folder may be deleted at any time, the window makes them again;
 * therefore no fsync, and a broken one is only a picture that does not show and is made again.
 */
export function openThumbStore(fileSystem: FileSystem, directory: string, newId: () => string): ThumbStore {
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), `${sha256}.jpg`);
  return {
    pathOf,
    async keep(sha256, bytes) {
      const folder = join(directory, sha256.slice(0, 2));
      const aside = join(folder, newId());
      try {
        await makeDirectoryDurably(fileSystem, folder);
        const handle = await fileSystem.open(aside, 'wx');
        try {
          await handle.writeFile(bytes);
        } finally {
          await handle.close();
        }
        await fileSystem.rename(aside, pathOf(sha256));
        return succeed({});
      } catch (error) {
        await fileSystem.rm(aside, { force: true });
        return fail(diskProblem(error));
      }
    },
  };
}
