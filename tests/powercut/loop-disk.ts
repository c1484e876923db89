import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testFolder } from '../server/test-folder';

const run = promisify(execFile);

/** A disk of its own (ext4 on a loop device), whose power can be cut. */
export interface LoopDisk {
  readonly mount: string;
  /** Lets everything written so far reach the disk: where a trial begins. */
  flush(): Promise<void>;
  /**
   * What a power cut would leave: a copy of the bytes that have reached the device, without what the system still holds
   * in memory, mounted as a disk of its own. Nothing may be writing meanwhile.
   */
  cut(): Promise<LoopDisk>;
  remove(): Promise<void>;
  /** Removes this disk and every one that was cut from it: what a failed test leaves. */
  destroy(): Promise<void>;
}

/** Why this machine cannot cut the power of a disk; null where it can. Needs root, losetup, mkfs.ext4 and loop devices. */
export function whyNoLoopDisk(): string | null {
  if (process.platform !== 'linux') return 'power cuts are simulated with Linux loop devices';
  if (process.getuid?.() !== 0) return 'mounting a loop device needs root';
  try {
    execFileSync('mkfs.ext4', ['-V'], { stdio: 'ignore' });
    execFileSync('losetup', ['-f'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'losetup, mkfs.ext4 or a free loop device is missing';
  }
}

export async function makeLoopDisk(): Promise<LoopDisk> {
  const directory = await mkdtemp(join(testFolder(), 'xunji-powercut-'));
  await chmod(directory, 0o755); // PostgreSQL runs as another user
  const image = join(directory, '0.img');
  await writeFile(image, '');
  await truncate(image, 1 << 30);
  await run('mkfs.ext4', ['-q', '-F', image]);
  return mountImage({ directory, mounted: new Set() }, image, 0);
}

interface Family {
  readonly directory: string;
  readonly mounted: Set<string>;
}

async function mountImage(family: Family, image: string, generation: number): Promise<LoopDisk> {
  const { directory, mounted } = family;
  const mount = join(directory, `mount-${generation}`);
  await mkdir(mount);
  await run('mount', ['-o', 'loop', image, mount]);
  mounted.add(mount);
  return {
    mount,
    async flush() {
      await run('sync', ['-f', mount]);
    },
    async cut() {
      const next = join(directory, `${generation + 1}.img`);
      await run('cp', ['--sparse=always', image, next]);
      return mountImage(family, next, generation + 1);
    },
    async remove() {
      await unmount(mount);
      mounted.delete(mount);
      await rm(image);
      await rm(mount, { recursive: true });
    },
    async destroy() {
      for (const left of mounted) await unmount(left);
      await rm(directory, { recursive: true });
    },
  };
}

/** A process that was killed a moment ago may still hold a file. */
async function unmount(mount: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      await run('umount', [mount]);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await run('umount', ['-l', mount]);
}
