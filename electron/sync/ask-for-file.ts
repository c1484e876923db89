import { type Outcome, fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { attachmentTag, paths } from '../../shared/protocol/sync';
import { type Connection, ask } from './sync-client';

/** Asks the server for a file, or for what follows its first `from` bytes, or with HEAD whether it has it. A 200 from anybody else never counts as a yes. */
export async function askForFile(
  connection: Connection,
  sha256: string,
  method: 'GET' | 'HEAD',
  part: { readonly from?: number; readonly signal?: AbortSignal } = {},
): Promise<Outcome<Response>> {
  const { from = 0, signal } = part;
  const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
  const answered = await ask(connection, `${paths.attachments}/${sha256}`, { method, headers, signal });
  if (!answered.ok || answered.value.headers.get('etag') === attachmentTag(sha256)) return answered;
  await answered.value.body?.cancel();
  return fail(problem('server.answerStrange'));
}
