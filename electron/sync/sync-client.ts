import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem, problemSchema } from '../../shared/problems';
import type { Settings } from '../../shared/protocol/bridge';
import { isClearTextAllowed } from '../../shared/protocol/server-address';
import {
  type ExchangeReply,
  type ExchangeRequest,
  exchangeReplySchema,
  paths,
} from '../../shared/protocol/sync';

const patienceMillis = 60_000;

export interface Connection {
  readonly settings: () => Settings;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

/** One exchange over HTTP. Whatever does not answer as our server does (a captive portal, a proxy's error page) never counts as an answer. */
export async function exchange(
  connection: Connection,
  request: ExchangeRequest,
): Promise<Outcome<ExchangeReply>> {
  const answered = await ask(connection, paths.exchange, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!answered.ok) return answered;
  const body: unknown = await answered.value.json().catch(() => null);
  const reply = exchangeReplySchema.safeParse(body);
  return reply.success ? succeed(reply.data) : fail(problem('server.answerStrange'));
}

/** Sends a request with the office key; anything but a 2xx answer is a problem. */
export async function ask(
  connection: Connection,
  path: string,
  init: RequestInit,
): Promise<Outcome<Response>> {
  const { serverUrl } = connection.settings();
  if (!serverUrl) return fail(problem('server.notSet'));
  const server = new URL(serverUrl);
  if (server.protocol !== 'https:' && !isClearTextAllowed(server)) return fail(problem('server.clearText'));
  try {
    const signal = init.signal ?? AbortSignal.timeout(patienceMillis);
    const response = await send(connection, new URL(path, serverUrl).href, { ...init, signal });
    return response.ok ? succeed(response) : fail(await problemOf(response));
  } catch {
    // No route, refused, reset, timed out: all the same to the person in front of the screen.
    return fail(problem('server.unreachable'));
  }
}

/** Every request of this laptop goes through here, which says who asks. Rejects where the line breaks. */
export function send(connection: Connection, url: string, init: RequestInit): Promise<Response> {
  const { officeKey } = connection.settings();
  const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${officeKey}` };
  return connection.fetch(url, { ...init, headers, redirect: 'error' });
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const told = problemSchema.safeParse(
    body && typeof body === 'object' && 'problem' in body ? body.problem : null,
  );
  return told.success ? told.data : problem('server.answerStrange');
}
