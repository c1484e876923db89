import type { z } from 'zod';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { isClearTextAllowed } from '../../shared/protocol/server-address';
import {
  challengeReplySchema,
  oidcBeginReplySchema,
  oidcPaths,
  sessionPaths,
} from '../../shared/protocol/session';
import { type Connection, problemOf } from '../sync/sync-client';

const patienceMillis = 20_000;

/** Whether the office of this server has an identity provider. */
export async function askProvider(
  fetch: Connection['fetch'],
  serverUrl: string,
  device: string,
): Promise<Outcome<boolean>> {
  const path = new URL(sessionPaths.challenge, serverUrl);
  const told = await post(fetch, path, { holder: { device } }, challengeReplySchema);
  return told.ok ? succeed(told.value.hasProvider) : told;
}

/** The page at which the browser signs in, and the ticket that is good afterwards. Only a page that a browser may be sent to. */
export async function beginElsewhere(
  fetch: Connection['fetch'],
  serverUrl: string,
): Promise<Outcome<{ readonly url: string; readonly ticket: string }>> {
  const begun = await post(fetch, new URL(oidcPaths.begin, serverUrl), {}, oidcBeginReplySchema);
  if (!begun.ok) return begun;
  const page = new URL(begun.value.url);
  // Whatever else the system would open for an address (a file, a program) is none of a server's business.
  const isPage = page.protocol === 'https:' || isClearTextAllowed(page);
  return isPage ? begun : fail(problem('server.answerStrange'));
}

async function post<T>(
  fetch: Connection['fetch'],
  url: URL,
  body: object,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  try {
    const answer = await fetch(url.href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMillis),
    });
    if (!answer.ok) return fail(await problemOf(answer));
    const reply = schema.safeParse(await answer.json().catch(() => null));
    return reply.success ? succeed(reply.data) : fail(problem('server.answerStrange'));
  } catch {
    return fail(problem('server.unreachable'));
  }
}
