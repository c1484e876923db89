import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Arrivals } from '../files/arrivals';
import type { AttachmentStore } from '../files/attachment-store';
import type { PartialFiles } from '../files/partial-files';
import type { PictureCache } from '../files/picture-cache';
import type { UnfinishedUploads } from '../files/unfinished-uploads';
import type { CallHandlers } from '../ipc';
import { askKnownFiles } from '../sync/ask-known-files';
import { fetchFile } from '../sync/fetch-file';
import { fetchThumb, sendThumb } from '../sync/move-thumb';
import { sendFile } from '../sync/send-file';
import type { Connection } from '../sync/sync-client';
import type { Transfers } from '../sync/transfers';

type Calls = Pick<
  CallHandlers,
  | 'attachments.begin'
  | 'attachments.append'
  | 'attachments.finish'
  | 'attachments.list'
  | 'attachments.known'
  | 'attachments.send'
  | 'attachments.fetch'
  | 'thumbs.send'
  | 'thumbs.fetch'
  | 'transfers.list'
>;

/** What files on their way need beside the store they come from or go to. */
interface Moving {
  readonly unfinished: UnfinishedUploads;
  readonly partials: PartialFiles;
  readonly arrivals: Arrivals;
  readonly transfers: Transfers;
  readonly thumbs: PictureCache;
}

/** Files stop before the disk is full (`hasRoom`): the last of it is for what people type. */
export function attachmentCalls(
  store: AttachmentStore,
  connection: Connection,
  { unfinished, partials, arrivals, transfers, thumbs }: Moving,
  hasRoom: () => Promise<boolean>,
): Calls {
  const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));
  const surroundings = { connection, store, unfinished, partials, arrivals, transfers, hasRoom, wait };
  const full = () => fail(problem('disk.full'));
  return {
    'attachments.begin': async ({ name }) => ((await hasRoom()) ? store.begin(name) : full()),
    'attachments.append': async ({ upload, bytes }) => {
      if (await hasRoom()) return store.append(upload, bytes);
      await store.abandon(upload);
      return full();
    },
    'attachments.finish': ({ upload }) => store.finish(upload),
    'attachments.list': async () => succeed({ sha256: [...(await store.list())] }),
    'attachments.known': ({ sha256 }) => askKnownFiles(connection, sha256),
    'attachments.send': ({ sha256 }) => sendFile(surroundings, sha256),
    'attachments.fetch': ({ sha256 }) => fetchFile(surroundings, sha256),
    'thumbs.send': ({ sha256 }) => sendThumb(connection, thumbs, sha256),
    'thumbs.fetch': async ({ sha256 }) =>
      (await hasRoom()) ? fetchThumb(connection, thumbs, arrivals, sha256) : full(),
    'transfers.list': async () => succeed({ transfers: transfers.list() }),
  };
}
