import { join } from 'node:path';

/** Where the disk store keeps a file: folders of 1/256 each, so that no directory holds all names. */
export function blobPath(directory: string, sha256: string): string {
  return join(directory, sha256.slice(0, 2), sha256);
}
