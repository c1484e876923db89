import { execFileSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

/** A volume of its own whose size is changed under the feet of whoever uses it. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves this many bytes free, to the next page. */
  fill(freeBytes: number): void;
  free(): number;
  unmount(): void;
}

/** Mounts a tmpfs, which needs root; where it cannot be had, says why. */
export function mountSmallDisk(path: string): SmallDisk | string {
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${4 * 2 ** 30}`, 'tmpfs', path], { stdio: 'pipe' });
  } catch (error) {
    return `no tmpfs can be mounted here: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
  return {
    path,
    fill(freeBytes) {
      for (let trial = 1; ; trial += 1) {
        const { blocks, bfree, bsize } = statfsSync(path);
        const size = (blocks - bfree) * bsize + Math.floor(freeBytes);
        try {
          return void execFileSync('mount', ['-o', `remount,size=${size}`, path], { stdio: 'pipe' });
        } catch (error) {
          // Something was written between the look and the change: a volume is never made smaller than what is in it.
          if (trial === 20) throw error;
        }
      }
    },
    free() {
      const { bavail, bsize } = statfsSync(path);
      return bavail * bsize;
    },
    // Lazily: a browser that was killed may hold it a moment longer.
    unmount: () => void execFileSync('umount', ['-l', path], { stdio: 'pipe' }),
  };
}
