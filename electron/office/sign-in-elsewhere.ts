import type { z } from 'zod';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type ProblemCode, problem } from '../../shared/problems';
import { isClearTextAllowed } from '../../shared/protocol/server-address';
import {
  challengeReplySchema,
  oidcBeginReplySchema,
  oidcPaths,
  sessionPaths,
} from '../../shared/protocol/session';
import { type Connection, problemOf } from '../sync/sync-client';

const patienceMillis = 20_000;

/** As long as the server remembers who went to the provider. */
const browserMillis = 10 * 60 * 1000;
const pollMillis = 2_000;

/** What is answered while the browser is not back yet; a line that breaks meanwhile is waited for as well. */
const waits: ReadonlySet<ProblemCode> = new Set(['oidc.pending', 'server.unreachable', 'server.busy']);

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

/** Tries the ticket now and then until the browser is back, time is over or nobody wants it any more. */
export async function tryUntilBack(
  attempt: () => Promise<Outcome<null>>,
  isWanted: () => boolean,
  now: () => number,
  wait: (millis: number) => Promise<void>,
): Promise<Outcome<null>> {
  const until = now() + browserMillis;
  let said: Outcome<null> = fail(problem('oidc.pending'));
  while (now() < until && isWanted()) {
    await wait(pollMillis);
    if (!isWanted()) break;
    said = await attempt();
    if (said.ok || !waits.has(said.problem.code)) break;
  }
  return said;
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
