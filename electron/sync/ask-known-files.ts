import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { knownFilesReplySchema } from '../../shared/protocol/transfers';
import { type Connection, ask } from './sync-client';

/** Which of these files need not be sent: one question for hundreds of them. */
export async function askKnownFiles(
  connection: Connection,
  hashes: readonly string[],
): Promise<Outcome<{ known: string[] }>> {
  const answered = await ask(connection, paths.knownFiles, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sha256: hashes }),
  });
  if (!answered.ok) return answered;
  const reply = knownFilesReplySchema.safeParse(await answered.value.json().catch(() => null));
  return reply.success ? succeed(reply.data) : fail(problem('server.answerStrange'));
}
