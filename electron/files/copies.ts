import { join, parse } from 'node:path';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { errorCode, makeDirectoryDurably, renameDurably, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { problem } from '../../shared/problems';
import { diskProblem } from './disk-problem';

interface Copies {
  /** Remembers where the person wants copies; the window gets only the id. A folder takes many, a file one. */
  open(path: string, many: boolean): string;
  /** Adds bytes to the copy of that name; `last` puts it in its place. In a folder nothing that is there is overwritten. */
  write(place: string, name: string, bytes: Uint8Array, last: boolean): Promise<Outcome<{ name: string }>>;
}

/**
 * Copies grow beside their place, in the person's own folder. `directory` holds a note of each that was begun: what a crash left
 * of it goes at the next start.
 */
export async function openCopies(
  fileSystem: FileSystem,
  directory: string,
  newId: () => string,
): Promise<Copies> {
  const places = new Map<string, { readonly path: string; readonly many: boolean }>();
  const noted = new Set<string>();
  await makeDirectoryDurably(fileSystem, directory);
  for (const name of await fileSystem.readdir(directory)) await sweep(join(directory, name));

  async function sweep(note: string): Promise<void> {
    const part = await fileSystem.readFile(note, 'utf8');
    // A stick that is not plugged in now keeps its piece; nothing waits for that.
    if (part.endsWith('.part')) await fileSystem.rm(part, { force: true }).catch(() => undefined);
    await fileSystem.rm(note, { force: true });
  }

  async function note(place: string, part: string): Promise<void> {
    if (noted.has(place)) return;
    await writeDurably(fileSystem, join(directory, place), Buffer.from(part));
    noted.add(place);
  }

  async function freePath(folder: string, name: string): Promise<string> {
    const { name: stem, ext } = parse(name);
    for (let count = 1; ; count += 1) {
      const path = join(folder, count === 1 ? name : `${stem} (${count})${ext}`);
      const there = await fileSystem.stat(path).catch(errorCode);
      if (there === 'ENOENT') return path;
      if (typeof there === 'string') throw Object.assign(new Error(there), { code: there });
    }
  }

  return {
    open(path, many) {
      const place = newId();
      places.set(place, { path, many });
      return place;
    },
    async write(place, name, bytes, last) {
      const target = places.get(place);
      if (!target) return fail(problem('request.invalid', { fault: 'place' }));
      const aside = target.many ? join(target.path, `.${place}.part`) : `${target.path}.${place}.part`;
      try {
        await note(place, aside);
        const handle = await fileSystem.open(aside, 'a');
        try {
          await handle.writeFile(bytes);
          if (last) await handle.sync();
        } finally {
          await handle.close();
        }
        const path = target.many ? await freePath(target.path, name) : target.path;
        if (last) await renameDurably(fileSystem, aside, path);
        return succeed({ name: parse(path).base });
      } catch (error) {
        await fileSystem.rm(aside, { force: true });
        return fail(diskProblem(error));
      }
    },
  };
}
