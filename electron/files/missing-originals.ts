import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentStore } from './attachment-store';

/** Which originals that a tour file names lie neither in the folder `files` beside it nor in the store. Only looks. */
export async function missingOriginals(
  store: AttachmentStore,
  folder: string | null,
  hashes: readonly string[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const sha256 of new Set(hashes))
    if (!(await store.has(sha256)) && !(folder !== null && (await isFile(originalBeside(folder, sha256)))))
      missing.push(sha256);
  return missing;
}

/** Where the original of a tour file lies that lies in `folder`. */
export function originalBeside(folder: string, sha256: string): string {
  return join(folder, 'files', sha256);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
