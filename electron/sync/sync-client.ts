import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem, problemSchema } from '../../shared/problems';
import type { Settings } from '../../shared/protocol/bridge';
import type { OfficeAccess } from '../office/office-access';
import { readInLines, writeInLines } from '../../shared/protocol/in-lines';
import { otherProtocol } from '../../shared/protocol/other-protocol';
import { isClearTextAllowed } from '../../shared/protocol/server-address';
import { type ExchangeRequest, exchangeReplySchema, paths } from '../../shared/protocol/sync';
import { type ReadReply, readReply } from '../../shared/sync/read-reply';
import { watchLine } from './watch-line';

const patienceMillis = 60_000;

/** What is asked of `fetch` besides: to be told of what has left. */
export interface ServerRequest extends RequestInit {
  readonly onSent?: (bytes: number) => void;
  /** Gives the body in place of `body`. What it gave to `put` is on its way when that has resolved. */
  readonly pour?: (put: (piece: Uint8Array) => Promise<void>) => Promise<void>;
}

export interface Connection {
  readonly settings: () => Settings;
  readonly office: OfficeAccess;
  readonly fetch: (url: string, init?: ServerRequest) => Promise<Response>;
}

/** One exchange over HTTP; `told` are headers that say how this laptop is, `texts` changes as JSON that go before those of the request. Whatever does not answer as our server does (a captive portal, a proxy's error page) never counts as an answer. */
export async function exchange(
  connection: Connection,
  request: ExchangeRequest,
  told: Readonly<Record<string, string>> = {},
  texts: readonly string[] = [],
): Promise<Outcome<ReadReply>> {
  const { changes, ...question } = request;
  const all = [...texts, ...changes.map((change) => JSON.stringify(change))];
  const body = writeInLines(question, 'changes', all);
  const answered = await askWatched(connection, paths.exchange, body, told, 'newer');
  if (!answered.ok) return answered;
  const reply = exchangeReplySchema.safeParse(answered.value);
  if (reply.success) return succeed(readReply(reply.data));
  return fail(otherProtocol(answered.value, 'server') ?? problem('server.answerStrange'));
}

/** Posts JSON and reads all of the answer, null where that is no JSON; the texts of the items of `list` are remembered. However slow the line is, this goes on while anything moves on it. */
export async function askWatched(
  connection: Connection,
  path: string,
  body: string,
  told: Readonly<Record<string, string>> = {},
  list = '',
): Promise<Outcome<unknown>> {
  const line = watchLine();
  try {
    const answered = await ask(connection, path, {
      method: 'POST',
      headers: { ...told, 'content-type': 'application/json' },
      body,
      signal: line.signal,
      onSent: line.sent,
    });
    if (!answered.ok) return answered;
    const text = await readText(answered.value, line.came).catch(() => null);
    // A line that breaks in the middle of an answer is a bad line, not a strange server.
    return text === null
      ? fail(problem('server.unreachable'))
      : succeed(readInLines(text, list) ?? parseJson(text));
  } finally {
    line.end();
  }
}

async function readText(response: Response, onPiece: () => void): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    onPiece();
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Sends a request; anything but a 2xx answer is a problem. */
export async function ask(
  connection: Connection,
  path: string,
  init: ServerRequest,
): Promise<Outcome<Response>> {
  const { serverUrl } = connection.settings();
  const fault = faultOfServer(serverUrl);
  if (fault) return fail(fault);
  try {
    const signal = init.signal ?? AbortSignal.timeout(patienceMillis);
    const url = new URL(path, serverUrl).href;
    const first = await send(connection, url, { ...init, signal });
    const response = first.status === 401 ? await send(connection, url, { ...init, signal }) : first;
    return response.ok ? succeed(response) : fail(await problemOf(response));
  } catch {
    // No route, refused, reset, timed out: all the same to the person in front of the screen.
    return fail(problem('server.unreachable'));
  }
}

/** Why nothing may be sent to this address; null where it may. */
export function faultOfServer(serverUrl: string): Problem | null {
  if (!serverUrl) return problem('server.notSet');
  const server = new URL(serverUrl);
  return server.protocol !== 'https:' && !isClearTextAllowed(server) ? problem('server.clearText') : null;
}

/** Every request of this laptop goes through here, which says who asks. Rejects where the line breaks. */
export async function send(connection: Connection, url: string, init: ServerRequest): Promise<Response> {
  const { pathname, search } = new URL(url);
  const body = typeof init.body === 'string' ? init.body : '';
  const shown = await connection.office.credentials(init.method ?? 'GET', pathname + search, body);
  // A server that was set before laptops joined: nothing is sent to it.
  if (!shown) return Response.json({ problem: problem('office.notJoined') }, { status: 401 });
  if (shown.kind === 'refused') return shown.response;
  const headers = { ...(init.headers as Record<string, string>), ...shown.headers };
  const response = await connection.fetch(url, { ...init, headers, redirect: 'error' });
  // A server that was restored, or whose keys were changed: the next request opens a new session.
  if (response.status === 401) connection.office.end();
  return response;
}

/** What a server that said no gave as its reason. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const told = problemSchema.safeParse(
    body && typeof body === 'object' && 'problem' in body ? body.problem : null,
  );
  return told.success ? told.data : problem('server.answerStrange');
}
