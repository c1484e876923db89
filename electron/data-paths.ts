import { join } from 'node:path';

export interface DataPaths {
  readonly root: string;
  /** Chromium's own: IndexedDB lives here. The journal does not, so that deleting the profile loses nothing. */
  readonly profile: string;
  readonly journal: string;
  /** Imports that are being gathered. */
  readonly imports: string;
  readonly files: string;
  /** Small pictures by hash: a cache, safe to delete. */
  readonly thumbs: string;
  /** Copies of pictures as documents show them: a cache too. */
  readonly prints: string;
  /** Voice memos while they are being recorded. */
  readonly recordings: string;
  /** Copies that other programs look at; emptied at every start. */
  readonly opened: string;
  /** Notes of copies that are being written into folders of the person. */
  readonly copies: string;
  readonly documents: string;
  /** While this file is there, the window's database is to be thrown away at the next start. */
  readonly forget: string;
  /** While this file is there, scopes are being taken off the disk. */
  readonly forgetting: string;
  /** What the server has shown this laptop. */
  readonly shown: string;
  /** Space set aside for a full disk. */
  readonly reserve: string;
  /** Where uploads stand that were begun. */
  readonly uploads: string;
  /** The secret keys of this laptop. */
  readonly keys: string;
  /** The laptops that bundles are exchanged with. */
  readonly addressBook: string;
  /** What is remembered of bundles, and where opened ones lie until they are taken in. */
  readonly bundles: string;
  readonly openedBundles: string;
  /** Pages of bundles that are to be handed in for those who wrote them. */
  readonly carried: string;
  /** Which office this laptop belongs to. */
  readonly office: string;
  /** Whose the data here is, and where that of other offices lies meanwhile. */
  readonly dataOffice: string;
  readonly offices: string;
  /** The team's hub: its own data where this laptop is one, which one this laptop goes to, and files half way to it. */
  readonly hub: string;
  readonly hubMembership: string;
  readonly hubUploads: string;
  readonly hubPartial: string;
  readonly settings: string;
  readonly device: string;
  readonly log: string;
}

export function dataPaths(root: string): DataPaths {
  return {
    root,
    profile: join(root, 'profile'),
    journal: join(root, 'journal'),
    imports: join(root, 'imports'),
    files: join(root, 'files'),
    thumbs: join(root, 'thumbs'),
    prints: join(root, 'prints'),
    recordings: join(root, 'recordings'),
    opened: join(root, 'opened'),
    copies: join(root, 'copies'),
    documents: join(root, 'documents'),
    forget: join(root, 'forget-database'),
    forgetting: join(root, 'forget-scopes.json'),
    shown: join(root, 'shown-views.json'),
    reserve: join(root, 'reserve'),
    uploads: join(root, 'uploads.json'),
    keys: join(root, 'device-keys'),
    addressBook: join(root, 'known-devices.json'),
    bundles: join(root, 'bundles.json'),
    openedBundles: join(root, 'opened-bundles'),
    carried: join(root, 'carried'),
    office: join(root, 'office.json'),
    dataOffice: join(root, 'data-office.json'),
    offices: join(root, 'offices'),
    hub: join(root, 'hub'),
    hubMembership: join(root, 'hub-office.json'),
    hubUploads: join(root, 'hub-uploads.json'),
    hubPartial: join(root, 'hub-partial'),
    settings: join(root, 'settings.json'),
    device: join(root, 'device.json'),
    log: join(root, 'xunji.log'),
  };
}
