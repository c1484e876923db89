import { dirname, join } from 'node:path';
import { z } from 'zod';
import { idSchema, sha256Schema } from '../../shared/ids/id';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { errorCode, syncDirectory } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import type { Journal } from '../../shared/node/journal';
import type { Arrivals } from '../files/arrivals';
import type { AttachmentStore } from '../files/attachment-store';
import { diskProblem } from '../files/disk-problem';
import { readJsonFile, writeJsonFile } from '../files/json-file';
import type { PictureCache } from '../files/picture-cache';

/** What goes: all of some scopes but a few changes, and of these files those that nothing else names. */
const forgettingSchema = z.object({
  scopes: z.array(idSchema),
  keep: z.array(idSchema),
  files: z.array(sha256Schema),
  /** Of the last entry when it was asked for: what came later was given back. */
  upTo: z.number().int().nonnegative(),
});

type Forgetting = Readonly<z.infer<typeof forgettingSchema>>;

export interface ScopeForgetter {
  /** Takes scopes off this disk: journal, files, their small pictures. What stops in between is done at the next start. */
  forget(wanted: Omit<Forgetting, 'upTo'>): Promise<Outcome<Record<string, never>>>;
  /** At start, before anybody reads the journal: the rest of what was begun. */
  finish(): Promise<void>;
}

export interface ForgetterParts {
  readonly fileSystem: FileSystem;
  /** While this file is there, something is being taken off. */
  readonly path: string;
  readonly journal: Journal;
  readonly files: Pick<AttachmentStore, 'pathOf'>;
  readonly pictures: readonly Pick<PictureCache, 'pathOf'>[];
  /** The folders of what was fetched in part. */
  readonly partials: readonly string[];
  readonly arrivals: Pick<Arrivals, 'stop'>;
}

export function openScopeForgetter({
  fileSystem,
  path,
  journal,
  files,
  pictures,
  partials,
  arrivals,
}: ForgetterParts): ScopeForgetter {
  async function takeOff({ scopes, keep, files: hashes, upTo }: Forgetting): Promise<void> {
    const marks = scopes.map((scope) => Buffer.from(`"scope":${JSON.stringify(scope)}`));
    const going = new Set(hashes);
    await journal.rewrite(({ sequence, payload }) => {
      const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
      const isGoing =
        sequence <= upTo && marks.some((mark) => bytes.includes(mark)) && isOf(bytes, scopes, keep);
      if (!isGoing && bytes.includes('"sha256"'))
        for (const [hash] of bytes.toString('latin1').matchAll(/[0-9a-f]{64}/g)) going.delete(hash);
      return isGoing ? null : payload;
    });
    const folders = new Set<string>();
    for (const hash of going) {
      arrivals.stop(hash);
      for (const folder of foldersOf(hash))
        for (const name of await namesIn(folder)) {
          if (!name.startsWith(hash)) continue;
          await fileSystem.rm(join(folder, name), { force: true });
          folders.add(folder);
        }
    }
    // Or a power cut brings back what the note does not speak of any more.
    for (const folder of folders) await syncDirectory(fileSystem, folder);
  }

  /**
   * Of what was fetched in part, of the file, and of the pictures that were made of it: all their names begin with its hash. In this order: what is
   * being moved from its part to its place is found at one of them.
   */
  function foldersOf(hash: string): readonly string[] {
    return [...partials, ...[files, ...pictures].map((store) => dirname(store.pathOf(hash)))];
  }

  async function namesIn(folder: string): Promise<readonly string[]> {
    try {
      return await fileSystem.readdir(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function done(): Promise<void> {
    await fileSystem.rm(path, { force: true });
    await syncDirectory(fileSystem, dirname(path));
  }

  async function finish(): Promise<void> {
    const begun = await readJsonFile(fileSystem, path, forgettingSchema);
    if (!begun) return;
    await takeOff(begun);
    await done();
  }

  return {
    async forget(wanted) {
      try {
        // What an earlier one left goes first: there is one note of it.
        await finish();
        const forgetting = { ...wanted, upTo: journal.sequence };
        await writeJsonFile(fileSystem, path, forgetting);
        await takeOff(forgetting);
        await done();
        return succeed({});
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    finish,
  };
}

const entrySchema = z.looseObject({ change: z.looseObject({ id: z.string(), scope: z.string() }) });

/** The bytes of a scope may also stand in what somebody typed. */
function isOf(bytes: Buffer, scopes: readonly string[], keep: readonly string[]): boolean {
  const { scope, id } = entrySchema.parse(JSON.parse(bytes.toString('utf8'))).change;
  return scopes.includes(scope) && !keep.includes(id);
}
