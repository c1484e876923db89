import type { FileSystem } from '../../shared/node/file-system';
import { nodeFileSystem } from '../../shared/node/file-system';

type Handle = Awaited<ReturnType<FileSystem['open']>>;

/** The machine's file system with each opened file wrapped: for taking the fsync out, watching it, or failing it. */
export function faultyFileSystem(wrap: (handle: Handle, path: string) => Partial<Handle>): FileSystem {
  return {
    ...nodeFileSystem,
    async open(path, ...rest) {
      const handle = await nodeFileSystem.open(path, ...rest);
      const replaced = wrap(handle, String(path));
      return new Proxy(handle, {
        get(target, name) {
          const value: unknown = Reflect.get(name in replaced ? replaced : target, name);
          return typeof value === 'function' ? value.bind(name in replaced ? replaced : target) : value;
        },
      });
    },
  };
}

/** Nothing is ever flushed: the sabotage of every power-cut test. */
export const fileSystemWithoutFsync = faultyFileSystem(() => ({
  sync: () => Promise.resolve(),
  datasync: () => Promise.resolve(),
}));
