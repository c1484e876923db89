import { statfs } from 'node:fs/promises';

/** The bytes that may still be written to the disk on which this directory lies. */
export async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
