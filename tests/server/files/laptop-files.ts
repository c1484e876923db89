import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { trackArrivals } from '../../../electron/files/arrivals';
import { openAttachmentStore } from '../../../electron/files/attachment-store';
import { openPartialFiles } from '../../../electron/files/partial-files';
import { openUnfinishedUploads } from '../../../electron/files/unfinished-uploads';
import type { OfficeAccess } from '../../../electron/office/office-access';
import { pinnedFetch } from '../../../electron/sync/pinned-fetch';
import { openTransfers } from '../../../electron/sync/transfers';
import { newId } from '../../../shared/ids/new-id';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { type TransferSettings, transferSettingsSchema } from '../../../shared/protocol/transfers';
import { anyAccess } from '../signed';

const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));

/** The files of a laptop as its main process has them, in `directory`; opening it again is a restart of the app. */
export async function openLaptopFiles(
  directory: string,
  serverUrl: () => string,
  office: OfficeAccess = anyAccess,
) {
  const store = await openAttachmentStore(nodeFileSystem, directory, () => newId(Date.now, randomBytes));
  let transferSettings: TransferSettings = transferSettingsSchema.parse({});
  return {
    store,
    unfinished: await openUnfinishedUploads(nodeFileSystem, join(directory, 'uploads.json'), (error) => {
      throw error;
    }),
    partials: await openPartialFiles(nodeFileSystem, join(directory, 'partial'), store.pathOf, Date.now),
    arrivals: trackArrivals(),
    transfers: openTransfers(() => transferSettings, Date.now, wait),
    connection: {
      settings: () => settingsSchema.parse({ serverUrl: serverUrl() }),
      office,
      fetch: pinnedFetch(() => null),
    },
    hasRoom: async () => true,
    wait,
    set(next: Partial<TransferSettings>) {
      transferSettings = { ...transferSettings, ...next };
    },
    /** Puts a file into the store; answers with its hash. */
    async add(bytes: Uint8Array): Promise<string> {
      const begun = await store.begin('file');
      if (!begun.ok) throw new Error(begun.problem.code);
      for (let at = 0; at < bytes.length; at += 1 << 20)
        await store.append(begun.value.upload, bytes.subarray(at, at + (1 << 20)));
      const finished = await store.finish(begun.value.upload);
      if (!finished.ok) throw new Error(finished.problem.code);
      return createHash('sha256').update(bytes).digest('hex');
    },
  };
}
