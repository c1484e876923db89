import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { errorCode, makeDirectoryDurably, renameDurably, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Manifest, manifestSchema } from './backup-manifest';
import { openSealed, writeSealed } from './sealed-file';
import { inOrderWritten } from './state-order';

/**
 * A folder of backups. Parts of tables (`parts/`) and attachments (`blobs/`) are kept once, by their SHA-256, however many
 * states name them; a state (`states/<id>.age`) is written last, so that whatever it names is there. Before it comes the list of what it
 * names, in the clear (`states/<id>.names`): whoever has no key can still throw away what no state needs.
 */
export interface BackupFolder {
  /** Whether it is for this receiver, as whoever first wrote here has noted; a new one is from now on. Needed before anything is written. */
  claim(): Promise<boolean>;
  /** Ids of the states, oldest first: in the order in which they were written. */
  states(): Promise<readonly string[]>;
  has(kind: 'parts' | 'blobs', sha256: string): Promise<boolean>;
  /** False, and nothing is written, where the bytes are not those of the hash. */
  write(kind: 'parts' | 'blobs', sha256: string, bytes: Readable): Promise<boolean>;
  writeState(manifest: Manifest): Promise<void>;
  read(kind: 'parts' | 'blobs', sha256: string, identity: string): Promise<Readable>;
  readState(id: string, identity: string): Promise<Manifest>;
  /** What a state names, as it says in the clear. */
  namesOf(id: string): Promise<readonly Named[]>;
  dropState(id: string): Promise<void>;
  /** A file that is not whole is out of the way (`….age.broken`): the next backup writes it anew. Not while one is being written. */
  setAside(kind: 'parts' | 'blobs', sha256: string): Promise<void>;
  /**
   * Removes parts and attachments that no state names, and what a stop left half of a state. What somebody else put here (a share
   * makes folders of its own) stays. Not while a backup is being written.
   */
  dropUnnamed(): Promise<void>;
}

/** A file of the folder. */
export interface Named {
  readonly kind: 'parts' | 'blobs';
  readonly sha256: string;
}

/** `recipient` is needed for writing only: whoever makes backups cannot read them. */
export async function openBackupFolder(
  fileSystem: FileSystem,
  directory: string,
  recipient: string,
): Promise<BackupFolder> {
  for (const name of ['parts', 'blobs', 'states'])
    await makeDirectoryDurably(fileSystem, join(directory, name));
  const pathOf = (kind: 'parts' | 'blobs', sha256: string) =>
    join(directory, kind, sha256.slice(0, 2), `${sha256}.age`);
  const stateOf = (id: string) => join(directory, 'states', `${id}.age`);
  const namesOf = (id: string) => join(directory, 'states', `${id}.names`);
  return {
    async claim() {
      const path = join(directory, 'recipient.txt');
      const known = await fileSystem.readFile(path, 'utf8').catch(ignoreMissing);
      if (known === null) await writeDurably(fileSystem, path, Buffer.from(`${recipient}\n`));
      return known === null || known.trim() === recipient;
    },
    async states() {
      const names = await fileSystem.readdir(join(directory, 'states'));
      return inOrderWritten(names.filter((name) => name.endsWith('.age')).map((name) => name.slice(0, -4)));
    },
    async has(kind, sha256) {
      try {
        return (await fileSystem.stat(pathOf(kind, sha256))).isFile();
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return false;
        throw error;
      }
    },
    async write(kind, sha256, bytes) {
      await makeDirectoryDurably(fileSystem, join(directory, kind, sha256.slice(0, 2)));
      return writeSealed(fileSystem, pathOf(kind, sha256), recipient, bytes, sha256);
    },
    async writeState(manifest) {
      const bytes = Buffer.from(JSON.stringify(manifest));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await writeDurably(fileSystem, namesOf(manifest.id), Buffer.from(namesIn(manifest).join('\n')));
      await writeSealed(fileSystem, stateOf(manifest.id), recipient, Readable.from([bytes]), sha256);
    },
    read: (kind, sha256, identity) => openSealed(fileSystem, pathOf(kind, sha256), identity),
    async readState(id, identity) {
      const bytes = await buffer(await openSealed(fileSystem, stateOf(id), identity));
      return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
    },
    async namesOf(id) {
      const text = await fileSystem.readFile(namesOf(id), 'utf8');
      return text.split('\n').flatMap(readName);
    },
    async dropState(id) {
      await fileSystem.rm(stateOf(id), { force: true });
      await fileSystem.rm(namesOf(id), { force: true });
    },
    async setAside(kind, sha256) {
      await renameDurably(fileSystem, pathOf(kind, sha256), `${pathOf(kind, sha256)}.broken`);
    },
    async dropUnnamed() {
      const lists = await dropHalf(fileSystem, join(directory, 'states'));
      const named = new Set<string>();
      for (const list of lists)
        for (const name of (await fileSystem.readFile(list, 'utf8')).split('\n')) named.add(name);
      for (const kind of ['parts', 'blobs'] as const)
        for (const part of (await fileSystem.readdir(join(directory, kind))).filter(isFolderOfHashes))
          for (const file of (await fileSystem.readdir(join(directory, kind, part))).filter(isSealed))
            if (!named.has(`${kind}/${file.replace(/\.age$/, '')}`))
              await fileSystem.rm(join(directory, kind, part, file), { force: true });
    },
  };
}

/** "parts/<sha256>" or "blobs/<sha256>" as the file that it names. */
export function readName(name: string): readonly Named[] {
  const [kind, sha256 = ''] = name.split('/');
  return kind === 'parts' || kind === 'blobs' ? [{ kind, sha256 }] : [];
}

/** Takes away what a stop left of a state that was being written or dropped; gives the lists of those that are there. */
async function dropHalf(fileSystem: FileSystem, directory: string): Promise<readonly string[]> {
  const names = await fileSystem.readdir(directory);
  const there = new Set(names);
  const lists = names.filter((name) => name.endsWith('.names'));
  const isWhole = (list: string) => there.has(list.replace(/names$/, 'age'));
  const half = names.filter((name) => /\.(age|names)\.tmp$/.test(name));
  for (const name of [...half, ...lists.filter((list) => !isWhole(list))])
    await fileSystem.rm(join(directory, name), { force: true });
  return lists.filter(isWhole).map((list) => join(directory, list));
}

const isFolderOfHashes = (name: string) => /^[0-9a-f]{2}$/.test(name);

/** Or half of one. */
const isSealed = (name: string) => /^[0-9a-f]{64}\.age(\.tmp)?$/.test(name);

function namesIn({ tables, blobs }: Manifest): readonly string[] {
  return [
    ...tables.flatMap(({ parts }) => parts.map(({ sha256 }) => `parts/${sha256}`)),
    ...blobs.map(({ sha256 }) => `blobs/${sha256}`),
  ];
}

function ignoreMissing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null;
  throw error;
}
