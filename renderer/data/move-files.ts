import { type Outcome, succeed } from '../../shared/outcome';
import type { ProblemCode } from '../../shared/problems';
import { callBridge } from './call-bridge';
import type { Database, FileRow } from './database';

/**
 * Sends and fetches photos and other files one after the other, after all changes have gone: text never waits for a picture.
 * A file that the server does not have yet is asked for again the next time; one that fails by itself stops no other.
 */
export async function moveFiles(database: Database): Promise<Outcome<null>> {
  let failed: Outcome<null> = succeed(null);
  for (const row of await database.files.where('state').anyOf('toSend', 'toFetch').toArray()) {
    const moved = await moveFile(row);
    if (moved.ok) await database.files.update(row.sha256, { state: 'settled' });
    else if (isOfTheLine(moved.problem.code)) return moved;
    else if (!isWaiting(moved.problem.code)) failed = moved;
  }
  return failed;
}

/** No other file would get through either. */
function isOfTheLine(code: ProblemCode): boolean {
  return code.startsWith('server.') || code.startsWith('office.') || code.startsWith('disk.');
}

/** The file is not where it is asked for yet; it will be. */
function isWaiting(code: ProblemCode): boolean {
  return code === 'attachment.unknown' || code === 'attachment.missing';
}

async function moveFile({ sha256, state }: FileRow): Promise<Outcome<unknown>> {
  if (state === 'toSend') {
    const sent = await callBridge('attachments.send', { sha256 });
    // A row may have come in a tour file without its original: whoever has it gives it to the server.
    if (sent.ok || sent.problem.code !== 'attachment.missing') return sent;
  }
  return callBridge('attachments.fetch', { sha256 });
}
