import { join } from 'node:path';
import { z } from 'zod';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { idSchema } from '../../shared/ids/id';
import { readJsonFile, writeJsonFile } from '../files/json-file';

const leftSchema = z.record(idSchema, z.array(idSchema));

/** By laptop: the changes that are its words. */
export type WordsByLaptop = Readonly<Record<string, readonly string[]>>;

/**
 * Whose words those are that a server left to this laptop's own exchange, since it knows nobody who signed their page: until they are judged there, a
 * revocation has to find them.
 */
export interface LeftPages {
  /** Durable when it resolves, and before the page goes. */
  keep(page: string, words: WordsByLaptop): Promise<void>;
  wordsOf(device: string): readonly string[];
  /** A server has taken or refused these. */
  judged(ids: ReadonlySet<string>): Promise<void>;
}

const ending = '.json';

/** One file for each page, with names of changes and nothing of what they say. */
export async function openLeftPages(fileSystem: FileSystem, folder: string): Promise<LeftPages> {
  await makeDirectoryDurably(fileSystem, folder);
  const pages = new Map<string, WordsByLaptop>();
  for (const name of await fileSystem.readdir(folder)) {
    const left = name.endsWith(ending)
      ? await readJsonFile(fileSystem, join(folder, name), leftSchema)
      : null;
    if (left) pages.set(name, left);
  }

  return {
    async keep(page, words) {
      await writeJsonFile(fileSystem, join(folder, page), words);
      pages.set(page, words);
    },
    wordsOf: (device) => [...pages.values()].flatMap((words) => words[device] ?? []),
    async judged(ids) {
      for (const [page, words] of pages) {
        const left = Object.entries(words).map(([device, of]) => [device, of.filter((id) => !ids.has(id))]);
        const count = (of: readonly (readonly unknown[])[]) => of.flatMap(([, each]) => each).length;
        if (count(left) === count(Object.entries(words))) continue;
        if (count(left) === 0) {
          await fileSystem.rm(join(folder, page), { force: true });
          pages.delete(page);
        } else {
          const rest = Object.fromEntries(left) as WordsByLaptop;
          await writeJsonFile(fileSystem, join(folder, page), rest);
          pages.set(page, rest);
        }
      }
    },
  };
}
