import { join } from 'node:path';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import type { Seal } from '../../shared/sealing/seal';
import type { DataPaths } from '../data-paths';
import { type AddressBook, openAddressBook } from '../keys/address-book';
import { type DeviceKeys, openDeviceKeys } from '../keys/open-device-keys';
import type { BundleDeskParts, BundleWork } from './bundle-parts';
import { type BundleStateFile, openBundleState } from './bundle-state';
import { type CarriedPages, openCarriedPages } from './carried-pages';
import { type OpenDesk, openDesk } from './open-desk';
import { holdRevoked } from './hold-revoked';
import { type LeftPages, type WordsByLaptop, openLeftPages } from './left-pages';
import { notGiven } from './receipts';
import { revokeWriter } from './revoke-writer';
import { type WatchFolder, watchFolder } from './watch-folder';
import { type WithheldChanges, openWithheldChanges } from './withheld-changes';
import { type WriteDesk, writeDesk } from './write-desk';

/** All that this laptop can do with bundles. */
export interface Bundles {
  readonly keys: DeviceKeys;
  readonly book: AddressBook;
  readonly state: BundleStateFile;
  readonly writing: WriteDesk;
  readonly opening: OpenDesk;
  readonly watching: WatchFolder;
  readonly work: BundleWork;
  userName(): string;
  /** What waits to be handed in for others. */
  readonly carried: CarriedPages;
  /** What was refused of that. */
  readonly withheld: WithheldChanges;
  readonly left: LeftPages;
  /** A known laptop is revoked here, or allowed again; `unsent` is what it typed of all that waits to be sent here. */
  revoke(device: string, isRevoked: boolean, unsent: readonly string[]): Promise<void>;
  /** Words that came by another road, before they count. */
  holdRevoked(words: WordsByLaptop): Promise<void>;
  /** Whether a change may go to a server by this laptop's right. */
  mayGo(id: string): boolean;
  /** A server has taken or brought, or refused these: it has judged them. */
  judged(taken: readonly string[], refused: readonly string[]): Promise<void>;
  /** Scopes go from this laptop: what it told others that it has of them does not hold any more. */
  forget(scopes: readonly string[]): Promise<void>;
}

export type BundlesParts = Omit<
  BundleDeskParts,
  'keys' | 'book' | 'state' | 'spool' | 'carried' | 'withheld'
> & {
  readonly paths: Pick<DataPaths, 'keys' | 'addressBook' | 'bundles' | 'openedBundles' | 'carried'>;
  readonly seal: Seal;
  readonly device: string;
  /** Milliseconds that nobody sets back. */
  ticks(): number;
};

/** Opens keys, address book and memory. What lay opened when the app ended is gone: it is opened again from its stick. */
export async function openBundles(given: BundlesParts): Promise<Bundles> {
  const { fileSystem, paths, seal, device, journal, ticks } = given;
  await fileSystem.rm(paths.openedBundles, { recursive: true, force: true });
  await makeDirectoryDurably(fileSystem, paths.openedBundles);
  const keys = await openDeviceKeys(fileSystem, paths.keys, seal, device);
  const book = await openAddressBook(fileSystem, paths.addressBook);
  const state = await openBundleState(fileSystem, paths.bundles);
  const carried = await openCarriedPages(fileSystem, paths.carried, ticks);
  const tellAgain = async (ids: readonly string[]) => (await journal.tellAgain(ids)).ok;
  const withheld = await openWithheldChanges(fileSystem, join(paths.carried, 'withheld'), tellAgain);
  const left = await openLeftPages(fileSystem, join(paths.carried, 'left'));
  const kept = { keys, book, state, carried, withheld, left };
  const parts: BundleDeskParts = { ...given, ...kept, spool: paths.openedBundles };
  const forget = async (scopes: readonly string[]) => {
    await carried.forget(scopes);
    await state.change((now) => ({ given: notGiven(now.given, scopes) }));
  };
  const work: BundleWork = { kind: 'idle', bytes: 0, of: 0 };
  const opening = openDesk(parts, work);
  const writing = writeDesk(parts, work);
  const watching = watchFolder(parts, opening, writing);
  const { userName } = given;
  return {
    ...kept,
    opening,
    writing,
    watching,
    work,
    userName,
    forget,
    revoke: (device, isRevoked, unsent) => revokeWriter(kept, device, isRevoked, unsent),
    holdRevoked: (words) => holdRevoked(kept, words),
    mayGo: (id) => withheld.find(id) === undefined,
    async judged(taken, refused) {
      await left.judged(new Set([...taken, ...refused]));
      await withheld.release(taken.filter((id) => withheld.find(id)));
    },
  };
}
