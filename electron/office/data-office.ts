import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isThere, makeDirectoryDurably, renameDurably, syncDirectory } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import type { DataPaths } from '../data-paths';
import { readJsonFile, writeJsonFile } from '../files/json-file';
import { type Membership, membershipSchema } from './membership';

const ownerSchema = z.object({ id: z.string(), serverUrl: z.string(), name: z.string() });

const stateSchema = z.object({
  /** Whose data lies here; null before any office was joined. */
  owner: ownerSchema.nullable(),
  /** The person has decided for another office: at the next start the data goes `out`, and then what that office has here comes `in`. */
  next: z
    .object({
      phase: z.enum(['out', 'in']),
      membership: membershipSchema,
      /** The folder of what comes in, once it is known. */
      from: z.string().optional(),
    })
    .nullable(),
});

type Owner = Readonly<z.infer<typeof ownerSchema>>;

/** Which office the data on this laptop belongs to: it goes to that one and to no other. */
export interface DataOffice {
  owner(): Owner | null;
  /** Whether this office may be joined with the data that is here; the first one that is joined gets it. */
  accepts(membership: Membership): boolean;
  claim(membership: Membership): Promise<void>;
  /** Durable when it resolves; done at the next start. */
  switchTo(membership: Membership): Promise<void>;
}

/**
 * All that is about an office's work, and nothing about the laptop itself: its id, its keys and its settings stay. Chromium's
 * database goes with the journal whose entries it has.
 */
function thingsOf(paths: DataPaths): readonly string[] {
  return [
    paths.journal,
    paths.imports,
    paths.files,
    paths.thumbs,
    paths.prints,
    paths.recordings,
    paths.documents,
    paths.copies,
    paths.uploads,
    paths.forgetting,
    paths.shown,
    paths.addressBook,
    paths.bundles,
    paths.carried,
    paths.hub,
    paths.hubMembership,
    paths.hubUploads,
    paths.hubPartial,
    join(paths.profile, 'IndexedDB'),
    join(paths.profile, 'Default/IndexedDB'),
  ];
}

/** To be opened before anything else: what was decided is done here, and goes on where a machine stopped in the middle. */
export async function openDataOffice(fileSystem: FileSystem, paths: DataPaths): Promise<DataOffice> {
  let state = (await readJsonFile(fileSystem, paths.dataOffice, stateSchema)) ?? { owner: null, next: null };

  async function keep(next: typeof state): Promise<void> {
    await writeJsonFile(fileSystem, paths.dataOffice, next);
    state = next;
  }

  async function finish(): Promise<void> {
    const { owner, next } = state;
    if (!next) return;
    const joined = ownerOf(next.membership);
    let { from } = next;
    if (next.phase === 'out') {
      if (owner) await move(fileSystem, paths, paths.root, join(paths.offices, asideNameOf(owner)));
      from = await findAside(fileSystem, paths, joined);
      // Known before the first thing comes in: nothing of it may go out again, and no other folder's may come in after it.
      await keep({ owner, next: { ...next, phase: 'in', from } });
    }
    await move(fileSystem, paths, join(paths.offices, from ?? asideNameOf(joined)), paths.root);
    await writeJsonFile(fileSystem, paths.office, { membership: next.membership });
    await keep({ owner: joined, next: null });
  }

  await finish();
  return {
    owner: () => state.owner,
    accepts: (membership) => state.owner === null || isSame(state.owner, membership),
    async claim(membership) {
      const joined = ownerOf(membership);
      if (JSON.stringify(joined) !== JSON.stringify(state.owner)) await keep({ owner: joined, next: null });
    },
    switchTo: (membership) => keep({ ...state, next: { phase: 'out', membership } }),
  };
}

function ownerOf({ id, serverUrl, office }: Membership): Owner {
  return { id, serverUrl, name: office };
}

/** By the server's key, which a restore keeps; by its address where a laptop joined before it was told the key. */
function isSame(owner: Owner, { id, serverUrl }: Membership): boolean {
  return owner.id === '' || id === '' ? owner.serverUrl === serverUrl : owner.id === id;
}

/** Where an office's data lies meanwhile, by what the office is known by. */
function asideNameOf({ id, serverUrl }: Pick<Owner, 'id' | 'serverUrl'>): string {
  return createHash('sha256')
    .update(id === '' ? serverUrl : id)
    .digest('hex')
    .slice(0, 32);
}

/** Who left before the laptop was told the server's key has its data under the address. */
async function findAside(fileSystem: FileSystem, paths: DataPaths, joined: Owner): Promise<string> {
  const own = asideNameOf(joined);
  const byAddress = asideNameOf({ ...joined, id: '' });
  const isOwnThere = await hasAnything(fileSystem, paths, own);
  return !isOwnThere && (await hasAnything(fileSystem, paths, byAddress)) ? byAddress : own;
}

async function hasAnything(fileSystem: FileSystem, paths: DataPaths, name: string): Promise<boolean> {
  for (const thing of thingsOf(paths))
    if (await isThere(fileSystem, join(paths.offices, name, thing.slice(paths.root.length)))) return true;
  return false;
}

async function move(fileSystem: FileSystem, paths: DataPaths, from: string, to: string): Promise<void> {
  for (const thing of thingsOf(paths)) {
    const inside = thing.slice(paths.root.length);
    const [source, target] = [join(from, inside), join(to, inside)];
    if (!(await isThere(fileSystem, source))) continue;
    await makeDirectoryDurably(fileSystem, dirname(target));
    await renameDurably(fileSystem, source, target);
    await syncDirectory(fileSystem, dirname(source));
  }
}
