import * as fs from 'node:fs/promises';

/** The part of node:fs/promises that stores use. Passed in, so that a test can take the fsync out or fill the disk. */
export type FileSystem = Pick<
  typeof fs,
  'open' | 'rename' | 'mkdir' | 'readdir' | 'stat' | 'readFile' | 'unlink' | 'rm'
>;

export const nodeFileSystem: FileSystem = fs;
