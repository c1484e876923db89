import { stat } from 'node:fs/promises';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { AttachmentStore } from '../files/attachment-store';
import type { UnfinishedUploads } from '../files/unfinished-uploads';
import { paths } from '../../shared/protocol/sync';
import { askForFile } from './ask-for-file';
import { createPatience } from './patience';
import { type Connection, faultOfServer } from './sync-client';
import type { Transfers } from './transfers';
import { uploadOnce } from './upload-once';

/** What sending takes from its surroundings. */
export interface Sending {
  readonly connection: Connection;
  readonly store: Pick<AttachmentStore, 'has' | 'pathOf'>;
  readonly unfinished: UnfinishedUploads;
  readonly transfers: Transfers;
  readonly wait: (millis: number) => Promise<void>;
}

/**
 * Sends a file by its hash (tus 1.0): never twice, and from where it was cut, whichever side was restarted meanwhile. Goes on by
 * itself as long as the file gets further; a line over which nothing gets through is left to a later call.
 */
export async function sendFile(sending: Sending, sha256: string): Promise<Outcome<Record<string, never>>> {
  const { connection, store, unfinished, transfers, wait } = sending;
  const { serverUrl } = connection.settings();
  const fault = faultOfServer(serverUrl);
  if (fault) return fail(fault);
  if (!(await store.has(sha256))) return fail(problem('attachment.missing', { name: sha256.slice(0, 8) }));
  const path = store.pathOf(sha256);
  const { size } = await stat(path);
  const transfer = transfers.begin(sha256, 'send', size);
  const patience = createPatience(wait);
  try {
    for (let isAgain = false; ; isAgain = true) {
      if (transfers.isPaused()) return fail(problem('attachment.paused'));
      // The answer to the last byte may have been lost: an upload that is gone is no reason to send the file again. At first the
      // answer to the beginning tells.
      const isToAsk = isAgain && !findUpload(sending, sha256);
      const known = isToAsk ? await askForFile(connection, sha256, 'HEAD') : null;
      if (known?.ok) return succeed({});
      const isCut = known?.problem.code === 'server.unreachable';
      // A refused HEAD has no body that could say why: the upload itself will be told.
      if (known && !isCut && !['attachment.unknown', 'server.answerStrange'].includes(known.problem.code))
        return known;
      if (!isCut) {
        const url = findUpload(sending, sha256);
        // Kept before it is begun: whoever is cut before the first answer goes on there all the same.
        if (!url) unfinished.keep(sha256, new URL(`${paths.uploads}/${sha256}`, serverUrl).href);
        const ended = await uploadOnce(connection, { path, size, sha256, url }, transfer, (made) =>
          unfinished.keep(sha256, made),
        );
        if (ended.kind === 'done' || ended.kind === 'gone' || ended.isLost) unfinished.forget(sha256);
        if (ended.kind === 'done') return succeed({});
        if (ended.kind === 'refused') return fail(ended.problem);
        if (ended.kind === 'cut') patience.cameTo(ended.offset);
      }
      if (!(await patience.goOn())) return fail(problem('server.unreachable'));
    }
  } finally {
    transfer.end();
  }
}

/** An address of another server is of no use, and must never be shown this one's key. */
function findUpload({ connection, unfinished }: Sending, sha256: string): string | undefined {
  const url = unfinished.find(sha256);
  const { serverUrl } = connection.settings();
  return url && serverUrl !== '' && new URL(url).origin === new URL(serverUrl).origin ? url : undefined;
}
