import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const inMemory = '/dev/shm';

/** A run keeps less than a fifth of this there at a time. */
const enoughBytes = 4 * 1024 ** 3;

/**
 * Where tests of the server, of stopped writing and of power cuts make their folders: in memory where the machine has the room (Linux, and not
 * Docker's usual 64 MiB), else the system's temporary directory. What a kill leaves is the same in both. What a flush is good for is shown by
 * power cuts, whose disk is a file: what has reached that is what counts, wherever it is.
 */
export function testFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= enoughBytes ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}
