import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import type { AttachmentStore } from '../files/attachment-store';
import { type Connection, ask } from './sync-client';

/** Fetches a file by its hash into the store. What arrives under a wrong hash is a stranger's and is not kept under ours. */
export async function fetchFile(
  connection: Connection,
  store: AttachmentStore,
  sha256: string,
): Promise<Outcome<Record<string, never>>> {
  if (await store.has(sha256)) return succeed({});
  const answered = await ask(connection, `${paths.attachments}/${sha256}`, {});
  if (!answered.ok) return answered;
  const begun = await store.begin(sha256);
  if (!begun.ok) return begun;
  try {
    for await (const bytes of answered.value.body ?? []) {
      const appended = await store.append(begun.value.upload, bytes as Uint8Array);
      if (!appended.ok) return appended;
    }
  } catch {
    return fail(problem('server.unreachable'));
  }
  const finished = await store.finish(begun.value.upload);
  if (!finished.ok) return finished;
  return finished.value.sha256 === sha256 ? succeed({}) : fail(problem('attachment.hashWrong'));
}
