import type { FileSystem } from '../../shared/node/file-system';
import type { AttachmentStore } from '../files/attachment-store';
import type { ChangeJournal } from '../journal/change-journal';
import type { AddressBook } from '../keys/address-book';
import type { DeviceKeys } from '../keys/open-device-keys';
import type { BundleStateFile } from './bundle-state';
import type { CarriedPages } from './carried-pages';
import type { BundleReader } from './open-bundle-reader';
import type { WithheldChanges } from './withheld-changes';

/** What writing and taking in bundles stands on. */
export interface BundleDeskParts {
  readonly fileSystem: FileSystem;
  readonly keys: DeviceKeys;
  readonly book: AddressBook;
  readonly state: BundleStateFile;
  readonly journal: ChangeJournal;
  /** Of the journal. */
  readonly generation: string;
  readonly files: AttachmentStore;
  readonly reader: BundleReader;
  readonly carried: CarriedPages;
  readonly withheld: WithheldChanges;
  /** A folder of ours in which opened bundles lie; emptied at every start. */
  readonly spool: string;
  userName(): string;
  /** Whose data lies on this laptop, by what that office's server signs with; null where it is nobody's yet, '' where that office has not told its key yet. */
  office(): string | null;
  /** The wall clock's label. */
  now(): string;
  newId(): string;
  hasRoom(bytes: number): Promise<boolean>;
}

/** How far the one thing is that is being done. A figure for the screen; the next work sets it anew. */
export interface BundleWork {
  kind: 'idle' | 'writing' | 'reading';
  bytes: number;
  of: number;
}
