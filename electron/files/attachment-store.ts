import { type Hash, createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { errorCode, makeDirectoryDurably, renameDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { problem } from '../../shared/problems';
import { diskProblem } from './disk-problem';

const megabyte = 1 << 20;
const limitBytes = 512 * megabyte;

export interface AttachmentStore {
  begin(name: string): Promise<Outcome<{ upload: string }>>;
  append(upload: string, bytes: Uint8Array): Promise<Outcome<Record<string, never>>>;
  finish(upload: string): Promise<Outcome<{ sha256: string; size: number }>>;
  /** Lets go of what was begun and will not be finished. */
  abandon(upload: string): Promise<void>;
  /** Where a file with this hash lies or would lie. */
  pathOf(sha256: string): string;
  has(sha256: string): Promise<boolean>;
  list(): Promise<readonly string[]>;
}

interface Incoming {
  readonly name: string;
  readonly path: string;
  readonly handle: Awaited<ReturnType<FileSystem['open']>>;
  readonly hash: Hash;
  size: number;
  /** The last step asked for: steps of one file run one after the other, however they were called. */
  last: Promise<unknown>;
}

/**
 * Files by the SHA-256 of their bytes, never changed: written aside, fsynced, renamed to their hash, directory fsynced.
 * A crash leaves the whole file or none; what was half written is swept at the next start.
 */
export async function openAttachmentStore(
  fileSystem: FileSystem,
  directory: string,
  newId: () => string,
): Promise<AttachmentStore> {
  const incomingDirectory = join(directory, 'incoming');
  await fileSystem.rm(incomingDirectory, { recursive: true, force: true });
  await makeDirectoryDurably(fileSystem, incomingDirectory);
  const incoming = new Map<string, Incoming>();
  const pathOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256);

  async function giveUp(upload: string, one: Incoming): Promise<void> {
    incoming.delete(upload);
    await one.handle.close().catch(() => undefined);
    await fileSystem.rm(one.path, { force: true });
  }

  async function has(sha256: string): Promise<boolean> {
    try {
      return (await fileSystem.stat(pathOf(sha256))).isFile();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  async function inTurn<T>(
    upload: string,
    step: (one: Incoming) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const started = incoming.get(upload);
    const before = started?.last;
    const run = async () => {
      await before;
      const one = incoming.get(upload);
      return one ? step(one) : fail(problem('request.invalid', { fault: 'upload' }));
    };
    const done = run();
    if (started) started.last = done.catch(() => undefined);
    return done;
  }

  async function append(
    upload: string,
    one: Incoming,
    bytes: Uint8Array,
  ): Promise<Outcome<Record<string, never>>> {
    if (one.size + bytes.byteLength > limitBytes) {
      await giveUp(upload, one);
      return fail(problem('attachment.tooLarge', { name: one.name, limit: limitBytes / megabyte }));
    }
    try {
      await one.handle.writeFile(bytes);
    } catch (error) {
      await giveUp(upload, one);
      return fail(diskProblem(error));
    }
    one.hash.update(bytes);
    one.size += bytes.byteLength;
    return succeed({});
  }

  async function finish(upload: string, one: Incoming): Promise<Outcome<{ sha256: string; size: number }>> {
    try {
      await one.handle.sync();
      await one.handle.close();
      const sha256 = one.hash.digest('hex');
      await makeDirectoryDurably(fileSystem, join(directory, sha256.slice(0, 2)));
      await renameDurably(fileSystem, one.path, pathOf(sha256));
      incoming.delete(upload);
      return succeed({ sha256, size: one.size });
    } catch (error) {
      await giveUp(upload, one);
      return fail(diskProblem(error));
    }
  }

  return {
    pathOf,
    has,
    async begin(name) {
      const upload = newId();
      const path = join(incomingDirectory, upload);
      try {
        const handle = await fileSystem.open(path, 'wx');
        incoming.set(upload, {
          name,
          path,
          handle,
          hash: createHash('sha256'),
          size: 0,
          last: Promise.resolve(),
        });
        return succeed({ upload });
      } catch (error) {
        return fail(diskProblem(error));
      }
    },
    append: (upload, bytes) => inTurn(upload, (one) => append(upload, one, bytes)),
    finish: (upload) => inTurn(upload, (one) => finish(upload, one)),
    async abandon(upload) {
      const one = incoming.get(upload);
      if (one) await giveUp(upload, one);
    },
    async list() {
      const folders = (await fileSystem.readdir(directory)).filter((name) => /^[0-9a-f]{2}$/.test(name));
      const lists = await Promise.all(folders.map((name) => fileSystem.readdir(join(directory, name))));
      return lists.flat().filter((name) => /^[0-9a-f]{64}$/.test(name));
    },
  };
}
