import type { BundleHeader } from '../../shared/bundles/bundle-header';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { mediumProblem } from './medium-problem';
import { readHead } from './read-head';

export interface PartFile {
  readonly path: string;
  /** The name that problems tell. */
  readonly file: string;
}

export interface PeekedPart extends PartFile {
  /** What the file says of itself; nothing of it is proven. */
  readonly header: Outcome<BundleHeader>;
}

/** Reads the ends of files that may be parts of bundles, however large they are. */
export async function peekParts(
  fileSystem: FileSystem,
  files: readonly PartFile[],
): Promise<readonly PeekedPart[]> {
  const peeked: PeekedPart[] = [];
  for (const { path, file } of files) peeked.push({ path, file, header: await peek(fileSystem, path, file) });
  return peeked;
}

async function peek(fileSystem: FileSystem, path: string, file: string): Promise<Outcome<BundleHeader>> {
  try {
    const handle = await fileSystem.open(path, 'r');
    try {
      const { size } = await fileSystem.stat(path);
      const read = await readHead(handle, file, size);
      return read.ok ? succeed(read.value.header) : read;
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fail(mediumProblem(error, file));
  }
}
