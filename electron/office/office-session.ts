import { createHash } from 'node:crypto';
import {
  type Holder,
  type SessionReply,
  type ShownSignIn,
  bodyHeader,
  challengeReplySchema,
  proofHeader,
  proofText,
  sessionPaths,
  sessionReplySchema,
  sessionText,
} from '../../shared/protocol/session';
import type { ServerFetch } from '../sync/pinned-fetch';
import type { Membership } from './membership';

/** A token is renewed when so much of its time has gone, so that no request meets its end. */
const renewAfter = 0.8;

const patienceMillis = 20_000;

/** What a request shows of itself; or the server's refusal to open a session, which is the answer to the request then. */
export type Credentials =
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly response: Response };

export interface OfficeSession {
  /** `path` with its query, as the request line has it; `body` as it is sent, '' for none and for an upload. Rejects where the line breaks. */
  credentials(
    membership: Pick<Membership, 'serverUrl'>,
    method: string,
    path: string,
    body: string,
  ): Promise<Credentials>;
  /** The server takes the session for over: the next request opens a new one, which may show the token of this one. */
  end(): void;
  /** Nothing is left of the session. */
  forget(): void;
}

/** Whose session it is, and what signs for it. */
export interface SessionKeys {
  readonly holder: Holder;
  sign(bytes: Uint8Array): Uint8Array;
}

/**
 * Opens a session with the laptop's key when one is needed, one at a time. `now` counts milliseconds and is no clock of the day.
 * `show` gives what an administrator's session shows besides the key, from the token before it ('' for none); `onOpened` hears what the server says of the account, and of itself, today.
 */
export function createOfficeSession(
  { holder, ...keys }: SessionKeys,
  fetch: ServerFetch,
  now: () => number,
  show: (token: string) => ShownSignIn = () => ({}),
  onOpened: (said: Pick<SessionReply, 'account' | 'serverKey'>) => void = () => {},
): OfficeSession {
  let session: { readonly serverUrl: string; readonly token: string; readonly renewAt: number } | null = null;
  let opening: Promise<Response | null> | null = null;
  const sign = (text: string) => Buffer.from(keys.sign(Buffer.from(text))).toString('base64url');

  /** Null when a session is open, else the refusal. */
  async function open({ serverUrl }: Pick<Membership, 'serverUrl'>): Promise<Response | null> {
    const begun = now();
    const challenged = await post(fetch, serverUrl, sessionPaths.challenge, { holder });
    if (!challenged.ok) return challenged;
    const challenge = challengeReplySchema.safeParse(await challenged.json().catch(() => null));
    if (!challenge.success) return strange();
    const { nonce, epoch } = challenge.data;
    const signature = sign(sessionText(nonce, epoch));
    const opened = await post(fetch, serverUrl, sessionPaths.session, {
      holder,
      nonce,
      signature,
      // A token is shown to the server that gave it.
      ...show(session?.serverUrl === serverUrl ? session.token : ''),
    });
    if (!opened.ok) return opened;
    const reply = sessionReplySchema.safeParse(await opened.json().catch(() => null));
    if (!reply.success) return strange();
    session = { serverUrl, token: reply.data.token, renewAt: renewal(begun, reply.data) };
    onOpened(reply.data);
    return null;
  }

  return {
    async credentials(membership, method, path, body) {
      if (session?.serverUrl !== membership.serverUrl || now() >= session.renewAt) {
        opening ??= open(membership).finally(() => (opening = null));
        const refusal = await opening;
        if (refusal) return { kind: 'refused', response: refusal.clone() };
      }
      const token = session?.token ?? '';
      const bodyHash = body === '' ? '' : sha256Of(body);
      const proof = sign(proofText(method, path, sha256Of(token), bodyHash));
      const headers = { authorization: `Bearer ${token}`, [proofHeader]: proof };
      return { kind: 'headers', headers: bodyHash === '' ? headers : { ...headers, [bodyHeader]: bodyHash } };
    },
    end() {
      if (session) session = { ...session, renewAt: Number.NEGATIVE_INFINITY };
    },
    forget: () => (session = null),
  };
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function renewal(begun: number, { seconds }: SessionReply): number {
  return begun + seconds * 1000 * renewAfter;
}

function post(fetch: ServerFetch, serverUrl: string, path: string, body: object): Promise<Response> {
  return fetch(new URL(path, serverUrl).href, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMillis),
  });
}

/** Not our server's answer, whatever its status (a sign-in page says 200 to all). */
function strange(): Response {
  return new Response(null, { status: 502 });
}
