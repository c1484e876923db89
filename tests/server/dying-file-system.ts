import { type FileSystem, nodeFileSystem } from '../../shared/node/file-system';
import { faultyFileSystem } from './faulty-file-system';

/** A disk that takes so many writings once it is armed, and then nothing more. */
export function dyingFileSystem(writings: number): {
  readonly fileSystem: FileSystem;
  arm(): void;
  /** So many it took since. */
  taken(): number;
} {
  let left = Number.POSITIVE_INFINITY;
  async function spend(): Promise<void> {
    left -= 1;
    if (left < 0) throw Object.assign(new Error('the machine was killed'), { code: 'EIO' });
  }
  function dying<Run extends (...given: never[]) => Promise<unknown>>(run: Run): Run {
    const counted = async (...given: Parameters<Run>): Promise<unknown> => {
      await spend();
      return run(...given);
    };
    return counted as Run;
  }
  const handles = faultyFileSystem((handle) => ({
    write: dying(handle.write.bind(handle)),
    writeFile: dying(handle.writeFile.bind(handle)),
    datasync: dying(handle.datasync.bind(handle)),
    sync: dying(handle.sync.bind(handle)),
  }));
  const { rename, rm: remove, unlink } = nodeFileSystem;
  return {
    fileSystem: {
      ...handles,
      rename: dying(rename),
      rm: dying(remove),
      unlink: dying(unlink),
    },
    arm() {
      left = writings;
    },
    taken: () => writings - left,
  };
}
