import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import {
  type OpenItemsReply,
  type OpenItemsRequest,
  openItemsPath,
  openItemsReplySchema,
} from '../../shared/protocol/open-items';
import { type Connection, askWatched } from './sync-client';

/** What is open at the sites of this laptop's tours, on tours of others. */
export async function askOpenItems(
  connection: Connection,
  request: OpenItemsRequest,
): Promise<Outcome<OpenItemsReply>> {
  const answered = await askWatched(connection, openItemsPath, JSON.stringify(request));
  if (!answered.ok) return answered;
  const reply = openItemsReplySchema.safeParse(answered.value);
  return reply.success ? succeed(reply.data) : fail(problem('server.answerStrange'));
}
