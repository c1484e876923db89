import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { AttachmentStore } from '../files/attachment-store';
import { askForFile } from './ask-for-file';
import type { Connection } from './sync-client';

/** Fetches a file by its hash into the store. What arrives under a wrong hash is a stranger's and is not kept under ours. */
export async function fetchFile(
  connection: Connection,
  store: AttachmentStore,
  sha256: string,
): Promise<Outcome<Record<string, never>>> {
  if (await store.has(sha256)) return succeed({});
  const answered = await askForFile(connection, sha256, 'GET');
  if (!answered.ok) return answered;
  const begun = await store.begin(sha256);
  if (!begun.ok) return begun;
  try {
    for await (const bytes of answered.value.body ?? []) {
      const appended = await store.append(begun.value.upload, bytes as Uint8Array);
      if (!appended.ok) return appended;
    }
  } catch {
    await store.abandon(begun.value.upload);
    return fail(problem('server.unreachable'));
  }
  const finished = await store.finish(begun.value.upload);
  if (!finished.ok) return finished;
  return finished.value.sha256 === sha256 ? succeed({}) : fail(problem('attachment.hashWrong'));
}
