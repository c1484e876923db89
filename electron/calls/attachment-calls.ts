import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { AttachmentStore } from '../files/attachment-store';
import type { CallHandlers } from '../ipc';
import { fetchFile } from '../sync/fetch-file';
import { type UnfinishedUploads, sendFile } from '../sync/send-file';
import type { Connection } from '../sync/sync-client';

type Calls = Pick<
  CallHandlers,
  | 'attachments.begin'
  | 'attachments.append'
  | 'attachments.finish'
  | 'attachments.list'
  | 'attachments.send'
  | 'attachments.fetch'
>;

/** Files stop before the disk is full (`hasRoom`): the last of it is for what people type. */
export function attachmentCalls(
  store: AttachmentStore,
  connection: Connection,
  hasRoom: () => Promise<boolean>,
): Calls {
  const unfinished: UnfinishedUploads = new Map();
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
    'attachments.send': ({ sha256 }) => sendFile(connection, store, unfinished, sha256),
    'attachments.fetch': async ({ sha256 }) =>
      (await hasRoom()) ? fetchFile(connection, store, sha256) : full(),
  };
}
