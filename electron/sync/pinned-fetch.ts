import { Agent, request as requestSecurely } from 'node:https';
import { request as requestPlainly } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { ClientRequest } from 'node:http';
import { Readable } from 'node:stream';
import { isClearTextAllowed } from '../../shared/protocol/server-address';
import type { ServerRequest } from './sync-client';

/** As much of `fetch` as the sync needs. */
export type ServerFetch = (url: string, init?: ServerRequest) => Promise<Response>;

const pieceBytes = 16 << 10;

/**
 * `fetch` that speaks to servers of one authority and to nobody else: whatever other authorities this computer trusts (a proxy of the
 * network, a stolen public one) count for nothing. `authority` is its certificate as PEM; null before the laptop has joined.
 * Clear text is spoken on loopback only. Redirections are errors. Rejects like `fetch` where the line breaks.
 */
export function pinnedFetch(authority: () => string | null): ServerFetch {
  let agent: { readonly pem: string; readonly agent: Agent } | null = null;
  return async (url, init = {}) => {
    const target = new URL(url);
    if (target.protocol !== 'https:') {
      if (!isClearTextAllowed(target)) throw new TypeError('clear text is spoken on loopback only');
      return send(requestPlainly, target, init, {});
    }
    const pem = authority();
    if (pem === null) throw new TypeError('no authority is pinned yet');
    if (agent?.pem !== pem) {
      agent?.agent.destroy();
      agent = { pem, agent: agentOf(pem) };
    }
    return send(requestSecurely, target, init, { agent: agent.agent });
  };
}

/** The authority signs its own server only, so that its signature is the identity: addresses of an office network come and go. */
function agentOf(pem: string): Agent {
  return new Agent({ ca: pem, keepAlive: true, minVersion: 'TLSv1.2', checkServerIdentity: () => undefined });
}

function send(
  request: typeof requestSecurely | typeof requestPlainly,
  target: URL,
  init: ServerRequest,
  options: { readonly agent?: Agent },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asked = request(
      target,
      {
        ...options,
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        signal: init.signal ?? undefined,
      },
      (answer) => {
        try {
          resolve(responseOf(answer, init.method));
        } catch (error) {
          answer.destroy();
          reject(error);
        }
      },
    );
    asked.on('error', reject);
    const body: unknown = init.body;
    if (init.pour) void pourInto(asked, init.pour);
    else if (typeof body === 'string') sendText(asked, body, init.onSent);
    else asked.end();
  });
}

async function pourInto(asked: ClientRequest, pour: NonNullable<ServerRequest['pour']>): Promise<void> {
  // What waits for a line that never comes is told of by nothing else.
  const closed = new Promise<never>((_resolve, reject) =>
    asked.once('close', () => reject(new Error('closed'))),
  );
  closed.catch(() => undefined);
  try {
    await pour((piece) =>
      Promise.race([
        closed,
        new Promise<void>((resolve, reject) => {
          asked.write(piece, (error) => (error ? reject(error) : resolve()));
        }),
      ]),
    );
    asked.end();
  } catch (error) {
    asked.destroy(error instanceof Error ? error : undefined);
  }
}

/** In pieces, so that it is seen how far a slow line has got. */
function sendText(asked: ClientRequest, text: string, onSent: (bytes: number) => void = () => {}): void {
  const bytes = Buffer.from(text);
  asked.setHeader('content-length', bytes.length);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = bytes.subarray(from, from + pieceBytes);
    asked.write(piece, () => onSent(piece.length));
  }
  asked.end();
}

function responseOf(answer: IncomingMessage, method = 'GET'): Response {
  const { statusCode: status = 0, headers } = answer;
  if (status >= 300 && status < 400 && status !== 304) throw new TypeError('redirected');
  const hasBody = method !== 'HEAD' && status !== 204 && status !== 304;
  if (!hasBody) answer.resume();
  const read = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  const body = hasBody ? (Readable.toWeb(answer) as unknown as ReadableStream<Uint8Array>) : null;
  return new Response(body, { status, headers: read });
}
