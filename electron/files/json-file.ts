import type { z } from 'zod';
import { errorCode, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';

/** A small settings file: read by its schema, written whole and durably. A missing or unreadable file counts as absent. */
export async function readJsonFile<T extends z.ZodType>(
  fileSystem: FileSystem,
  path: string,
  schema: T,
): Promise<z.output<T> | null> {
  try {
    const read = schema.safeParse(JSON.parse(await fileSystem.readFile(path, 'utf8')));
    return read.success ? read.data : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

export async function writeJsonFile(fileSystem: FileSystem, path: string, value: unknown): Promise<void> {
  await writeDurably(fileSystem, path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
}
