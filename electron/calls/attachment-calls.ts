import { succeed } from '../../shared/outcome';
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

export function attachmentCalls(store: AttachmentStore, connection: Connection): Calls {
  const unfinished: UnfinishedUploads = new Map();
  return {
    'attachments.begin': ({ name }) => store.begin(name),
    'attachments.append': ({ upload, bytes }) => store.append(upload, bytes),
    'attachments.finish': ({ upload }) => store.finish(upload),
    'attachments.list': async () => succeed({ sha256: [...(await store.list())] }),
    'attachments.send': ({ sha256 }) => sendFile(connection, store, unfinished, sha256),
    'attachments.fetch': ({ sha256 }) => fetchFile(connection, store, sha256),
  };
}
