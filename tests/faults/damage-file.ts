import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is damaged: files of a class by their path within the folder of one store, or the whole folder. */
export interface FileClass {
  readonly name: string;
  readonly path: RegExp;
}

export const damages = ['flip', 'truncate', 'zero', 'delete'] as const;

export type Damage = (typeof damages)[number];

/** Damages one file of that class under a folder, at a place that `random` chooses; null where there is no such file. */
export async function damageFile(
  folders: readonly string[],
  { path: pattern }: FileClass,
  damage: Damage,
  random: () => number,
): Promise<string | null> {
  const lists = await Promise.all(folders.map(filesUnder));
  const files = lists.flat().filter((path) => pattern.test(path));
  const file = files[Math.floor(random() * files.length)];
  if (file === undefined) return null;
  const bytes = await readFile(file);
  const at = Math.floor(random() * bytes.length);
  if (damage === 'delete') await rm(file);
  else await writeFile(file, damaged(bytes, damage, at));
  return `${damage} ${file} at ${at} of ${bytes.length}`;
}

function damaged(bytes: Buffer, damage: Exclude<Damage, 'delete'>, at: number): Uint8Array {
  if (damage === 'truncate') return bytes.subarray(0, at);
  // As a bad sector would read.
  if (damage === 'zero') return bytes.fill(0, at & ~511, Math.min(bytes.length, (at & ~511) + 4096));
  bytes.writeUInt8((bytes[at] ?? 0) ^ 0xff, at);
  return bytes;
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const paths = entries.map((name) => join(folder, name));
  const kept = await Promise.all(
    paths.map(async (path) => {
      const { size, isFile } = await stat(path).then((found) => ({
        size: found.size,
        isFile: found.isFile(),
      }));
      return isFile && size > 0 ? [path] : [];
    }),
  );
  return kept.flat().sort();
}
