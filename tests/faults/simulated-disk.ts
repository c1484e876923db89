import { posix } from 'node:path';
import type { FileSystem } from '../../shared/node/file-system';

interface File {
  bytes: Buffer;
  /** What a power cut leaves of it. */
  synced: Buffer;
}

interface Folder {
  names: Map<string, Node>;
  /** The names that a power cut leaves. */
  synced: Map<string, Node>;
}

type Node = File | Folder;

/** Thrown at the step at which the machine stops, and by all that is asked of it afterwards. */
class Crash extends Error {}

export interface SimulatedDisk {
  readonly fileSystem: FileSystem;
  /** Steps that changed something so far: where a crash can be. */
  readonly steps: () => number;
  /** What the next machine finds: after a kill all that was written, after a power cut what was synced and, of the rest, what `random` lets through. */
  after(end: 'kill' | 'power cut', random: () => number, nextCrash?: number): SimulatedDisk;
}

/**
 * A disk in memory that stops at a given step and then shows the worst that a real one may: bytes without fsync are gone, names
 * without fsync of their directory are gone, and either may be there without the other.
 */
export function simulatedDisk(crashAt = Infinity, root: Folder = newFolder()): SimulatedDisk {
  let steps = 0;

  /** Every change is a step; at the last one half of a write may already be done. */
  function step(): void {
    steps += 1;
    if (steps >= crashAt) throw new Crash();
  }
  const alive = () => {
    if (steps >= crashAt) throw new Crash();
  };

  function folderAt(path: string): Folder {
    const node = at(path);
    if (!node || !isFolder(node)) throw failed(node ? 'ENOTDIR' : 'ENOENT', path);
    return node;
  }

  function at(path: string): Node | undefined {
    let node: Node | undefined = root;
    for (const name of path.split('/').filter(Boolean)) {
      node = node && isFolder(node) ? node.names.get(name) : undefined;
    }
    return node;
  }

  function open(path: string, flags = 'r'): object {
    alive();
    const parent = folderAt(posix.dirname(path));
    const known = at(path);
    if (known && flags.includes('x')) throw failed('EEXIST', path);
    if (!known && flags.startsWith('r')) throw failed('ENOENT', path);
    if (known && isFolder(known)) return folderHandle(known);
    const file = known ?? { bytes: Buffer.alloc(0), synced: Buffer.alloc(0) };
    if (!known) {
      step();
      parent.names.set(posix.basename(path), file);
    } else if (flags.startsWith('w')) {
      step();
      file.bytes = Buffer.alloc(0);
    }
    return fileHandle(file);
  }

  function folderHandle(folder: Folder): object {
    return {
      sync: async () => {
        step();
        folder.synced = new Map(folder.names);
      },
      close: async () => undefined,
    };
  }

  function fileHandle(file: File): object {
    const write = (bytes: Uint8Array, position: number) => {
      try {
        step();
      } catch (crash) {
        file.bytes = put(file.bytes, bytes.subarray(0, bytes.length >> 1), position);
        throw crash;
      }
      file.bytes = put(file.bytes, bytes, position);
    };
    const sync = async () => {
      step();
      file.synced = file.bytes;
    };
    return {
      sync,
      datasync: sync,
      writeFile: async (bytes: Uint8Array) => write(bytes, file.bytes.length),
      write: async (bytes: Uint8Array, offset: number, length: number, position: number) => {
        write(bytes.subarray(offset, offset + length), position);
        return { bytesWritten: length };
      },
      read: async (buffer: Buffer, offset: number, length: number, position: number) => {
        const bytesRead = file.bytes.copy(buffer, offset, position, position + length);
        return { bytesRead, buffer };
      },
      truncate: async (length: number) => {
        step();
        file.bytes = file.bytes.subarray(0, length);
      },
      close: async () => undefined,
    };
  }

  async function mkdir(path: string): Promise<string | undefined> {
    let folder = root;
    let made: string | undefined;
    let so = '';
    for (const name of path.split('/').filter(Boolean)) {
      so = `${so}/${name}`;
      const next: Node | undefined = folder.names.get(name);
      if (next && !isFolder(next)) throw failed('ENOTDIR', so);
      if (!next) step();
      made ??= next ? undefined : so;
      const kept: Folder = next ?? newFolder();
      folder.names.set(name, kept);
      folder = kept;
    }
    return made;
  }

  const remove = (path: string) => {
    const parent = at(posix.dirname(path));
    if (!parent || !isFolder(parent) || !parent.names.has(posix.basename(path))) return false;
    step();
    return parent.names.delete(posix.basename(path));
  };

  const fileSystem = {
    open: async (path: string, flags?: string) => open(path, flags),
    mkdir: async (path: string) => {
      alive();
      return mkdir(path);
    },
    async rename(from: string, to: string) {
      alive();
      const node = at(from);
      if (!node) throw failed('ENOENT', from);
      step();
      folderAt(posix.dirname(to)).names.set(posix.basename(to), node);
      folderAt(posix.dirname(from)).names.delete(posix.basename(from));
    },
    async readdir(path: string) {
      alive();
      return [...folderAt(path).names.keys()];
    },
    async stat(path: string) {
      alive();
      const node = at(path);
      if (!node) throw failed('ENOENT', path);
      return { size: isFolder(node) ? 0 : node.bytes.length, isFile: () => !isFolder(node) };
    },
    async readFile(path: string, encoding?: BufferEncoding) {
      alive();
      const node = at(path);
      if (!node || isFolder(node)) throw failed('ENOENT', path);
      return encoding ? node.bytes.toString(encoding) : Buffer.from(node.bytes);
    },
    async unlink(path: string) {
      alive();
      if (!remove(path)) throw failed('ENOENT', path);
    },
    async rm(path: string) {
      alive();
      remove(path);
    },
  } as unknown as FileSystem;

  return {
    fileSystem,
    steps: () => steps,
    after: (end, random, nextCrash) => simulatedDisk(nextCrash, left(root, end, random) as Folder),
  };
}

/** The power goes: each name and each file's bytes are as they were synced or as they were last, whichever chance takes. */
function left(node: Node, end: 'kill' | 'power cut', random: () => number): Node {
  const isLatest = () => end === 'kill' || random() < 0.3;
  if (!isFolder(node)) {
    const bytes = isLatest() ? node.bytes : node.synced;
    return { bytes, synced: bytes };
  }
  const names = new Map<string, Node>();
  for (const name of new Set([...node.names.keys(), ...node.synced.keys()])) {
    const kept = (isLatest() ? node.names : node.synced).get(name);
    if (kept) names.set(name, left(kept, end, random));
  }
  return { names, synced: new Map(names) };
}

function put(bytes: Buffer, added: Uint8Array, position: number): Buffer {
  const grown = Buffer.alloc(Math.max(bytes.length, position + added.length));
  bytes.copy(grown);
  grown.set(added, position);
  return grown;
}

function newFolder(): Folder {
  return { names: new Map(), synced: new Map() };
}

function isFolder(node: Node): node is Folder {
  return 'names' in node;
}

function failed(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
