import { join } from 'node:path';
import { z } from 'zod';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { idSchema } from '../../shared/ids/id';
import { type Problem, problemSchema } from '../../shared/problems';
import { readJsonFile, writeJsonFile } from '../files/json-file';

const pageSchema = z.record(idSchema, problemSchema);

/**
 * What the office refused of pages that this laptop carried, change by change, and why. It stays in the journal, since the person who
 * carried it may need it, and goes to nobody by this laptop's right: into no bundle, to no hub, to no server, unless that person says so.
 */
export interface WithheldChanges {
  /** Why a change is held; undefined where it is not. */
  find(id: string): Problem | undefined;
  /** All that is held at this moment. */
  ids(): ReadonlySet<string>;
  /** Durable when it resolves, and before anybody hears of the refusal. `page` tells pages apart: what is kept of one replaces what was. */
  keep(
    page: string,
    refused: readonly { readonly change: string; readonly problem: Problem }[],
  ): Promise<void>;
  /** The person hands these in by the right of this laptop. Durable when it resolves. */
  release(ids: readonly string[]): Promise<void>;
}

/** One file for each page, in a folder that goes with the office's data. */
export async function openWithheldChanges(fileSystem: FileSystem, folder: string): Promise<WithheldChanges> {
  await makeDirectoryDurably(fileSystem, folder);
  const pages = new Map<string, Readonly<Record<string, Problem>>>();
  for (const name of await fileSystem.readdir(folder)) {
    const held = name.endsWith('.json')
      ? await readJsonFile(fileSystem, join(folder, name), pageSchema)
      : null;
    if (held) pages.set(name, held);
  }
  const gather = () => new Map([...pages.values()].flatMap((held) => Object.entries(held)));
  let all = gather();

  async function write(page: string, held: Readonly<Record<string, Problem>>): Promise<void> {
    await writeJsonFile(fileSystem, join(folder, page), held);
    pages.set(page, held);
  }

  return {
    find: (id) => all.get(id),
    ids: () => new Set(all.keys()),
    async keep(page, refused) {
      if (refused.length === 0 && !pages.has(page)) return;
      await write(page, Object.fromEntries(refused.map(({ change, problem }) => [change, problem])));
      all = gather();
    },
    async release(ids) {
      const released = new Set(ids);
      for (const [page, held] of pages) {
        const left = Object.entries(held).filter(([id]) => !released.has(id));
        if (left.length < Object.keys(held).length) await write(page, Object.fromEntries(left));
      }
      all = gather();
    },
  };
}
