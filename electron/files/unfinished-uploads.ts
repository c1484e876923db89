import { z } from 'zod';
import { sha256Schema } from '../../shared/ids/id';
import type { FileSystem } from '../../shared/node/file-system';
import { readJsonFile, writeJsonFile } from './json-file';

const fileSchema = z.record(sha256Schema, z.url());

/** A file that is sent faster than this never touches the disk for it. */
const soonMillis = 1000;

/** Where the uploads stand that were begun and not finished: hash to the address that the server gave. */
export interface UnfinishedUploads {
  find(sha256: string): string | undefined;
  keep(sha256: string, url: string): void;
  forget(sha256: string): void;
  /** Resolves when the disk knows what was kept and forgotten. */
  settle(): Promise<void>;
}

/**
 * Kept in a file, so that an upload goes on after a restart of this program. Written a moment later: of what a crash takes with it
 * no more than that moment has to be sent again.
 */
export async function openUnfinishedUploads(
  fileSystem: FileSystem,
  path: string,
  onError: (error: unknown) => void,
): Promise<UnfinishedUploads> {
  const urls = new Map(Object.entries((await readJsonFile(fileSystem, path, fileSchema)) ?? {}));
  let onDisk = JSON.stringify([...urls]);
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .then(async () => {
        const now = JSON.stringify([...urls]);
        if (now === onDisk) return;
        await writeJsonFile(fileSystem, path, Object.fromEntries(urls));
        onDisk = now;
      })
      .catch(onError);
    return writing;
  }
  function soon(): void {
    timer ??= setTimeout(() => void write(), soonMillis);
  }
  return {
    find: (sha256) => urls.get(sha256),
    keep(sha256, url) {
      if (urls.get(sha256) === url) return;
      urls.set(sha256, url);
      soon();
    },
    forget(sha256) {
      if (urls.delete(sha256)) soon();
    },
    settle: write,
  };
}
