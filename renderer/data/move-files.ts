import { type Outcome, succeed } from '../../shared/outcome';
import { callBridge } from './call-bridge';
import type { Database, FileRow } from './database';

/**
 * Sends and fetches photos and other files one after the other, after all changes have gone: text never waits for a picture.
 * A file that the server does not have yet is asked for again the next time.
 */
export async function moveFiles(database: Database): Promise<Outcome<null>> {
  for (const row of await database.files.where('state').anyOf('toSend', 'toFetch').toArray()) {
    const moved = await moveFile(row);
    if (moved.ok) await database.files.update(row.sha256, { state: 'settled' });
    else if (moved.problem.code !== 'attachment.unknown' && moved.problem.code !== 'attachment.missing')
      return moved;
  }
  return succeed(null);
}

function moveFile({ sha256, state }: FileRow): Promise<Outcome<unknown>> {
  return state === 'toSend'
    ? callBridge('attachments.send', { sha256 })
    : callBridge('attachments.fetch', { sha256 });
}
