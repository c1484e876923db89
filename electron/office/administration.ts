import type { z } from 'zod';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type ProblemCode, problem } from '../../shared/problems';
import type { ShownSignIn } from '../../shared/protocol/session';
import type { DeviceKeys } from '../keys/open-device-keys';
import { askProvider, beginElsewhere, tryUntilBack } from './sign-in-elsewhere';
import { type Connection, type ServerRequest, ask, problemOf } from '../sync/sync-client';
import { asAsked } from './as-asked';
import type { Membership } from './membership';
import { createOfficeSession } from './office-session';

/** Who left the computer alone for so long signs in again. */
const idleMillis = 15 * 60 * 1000;

const endsSignIn: ReadonlySet<ProblemCode> = new Set(['signIn.wrong', 'session.passwordNeeded']);

type Held =
  | { readonly kind: 'password'; readonly login: string; readonly password: string }
  | { readonly kind: 'ticket'; readonly login: string; readonly ticket: string }
  | { readonly kind: 'spent'; readonly login: string };

/** What signing in at the identity provider needs of this computer. */
export interface BrowserSignIn {
  /** Rejects where the system has no browser. */
  open(url: string): Promise<void>;
  wait(millis: number): Promise<void>;
}

/** The administrator's own session, beside that of the laptop, which only syncs. */
export interface Administration {
  isSignedIn(): boolean;
  signIn(password: string): Promise<Outcome<null>>;
  /** Whether the office has an identity provider at which to sign in. */
  hasProvider(): Promise<Outcome<boolean>>;
  /** Opens the provider's page in the system's browser and waits for it; false where signing in was given up meanwhile. */
  signInElsewhere(): Promise<Outcome<boolean>>;
  /** Does not wait for the browser any more; who is signed in stays so. */
  giveUpSignIn(): void;
  signOut(): void;
  /** One request to the server, and what it answered. `patience` in milliseconds where a minute is not enough. */
  request<T>(asked: Asked<T>): Promise<Outcome<T>>;
}

export interface Asked<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** Null where the answer has no body. */
  readonly answer: z.ZodType<T> | null;
  readonly patience?: number;
}

/**
 * Signs in with the account's password, which stays in memory until the administrator signs out or leaves it alone, or with a ticket of
 * the identity provider, which is good once: the server's tokens are good for a quarter of an hour, and whoever works must not be asked in
 * the middle of it, so that after a ticket each token is renewed with the one before. `now` is no clock of the day.
 */
export function createAdministration(
  connection: Connection,
  membership: () => Membership | null,
  keys: Pick<DeviceKeys, 'device' | 'sign'>,
  now: () => number,
  browser: BrowserSignIn,
): Administration {
  let held: Held | null = null;
  let usedAt = 0;
  const own = { holder: { device: keys.device }, sign: keys.sign };
  const session = createOfficeSession(own, connection.fetch, now, (token) => shownOf(held, token));
  const line = (joined: Membership): Connection => ({
    ...connection,
    office: {
      credentials: (method, path, body) => session.credentials(joined, method, path, body),
      end: session.end,
    },
  });

  function signOut(): void {
    held = null;
    session.forget();
  }

  /** One session with what is held; where it is refused, nothing is held any more. */
  async function begin(joined: Membership): Promise<Outcome<null>> {
    usedAt = now();
    try {
      const opened = await session.credentials(joined, 'GET', '/', '');
      if (opened.kind === 'headers') return succeed(null);
      return fail(await problemOf(opened.response));
    } catch {
      return fail(problem('server.unreachable'));
    }
  }

  /** Nobody is taken for signed in who left, or whose laptop belongs to another account now. */
  function isSignedIn(): boolean {
    if (held && (now() - usedAt > idleMillis || membership()?.account.login !== held.login)) signOut();
    return held !== null && held.kind !== 'ticket';
  }

  return {
    isSignedIn,
    signOut,
    giveUpSignIn() {
      if (held?.kind === 'ticket') signOut();
    },
    async signIn(password) {
      const joined = membership();
      if (!joined) return fail(problem('server.notSet'));
      signOut();
      held = { kind: 'password', login: joined.account.login, password };
      const begun = asAsked(await begin(joined));
      if (!begun.ok) signOut();
      return begun;
    },
    async hasProvider() {
      const joined = membership();
      if (!joined) return fail(problem('server.notSet'));
      return askProvider(connection.fetch, joined.serverUrl, keys.device);
    },
    async signInElsewhere() {
      const joined = membership();
      if (!joined) return fail(problem('server.notSet'));
      signOut();
      const begun = await beginElsewhere(connection.fetch, joined.serverUrl);
      if (!begun.ok) return begun;
      const { login } = joined.account;
      const mine: Held = { kind: 'ticket', login, ticket: begun.value.ticket };
      held = mine;
      usedAt = now();
      try {
        await browser.open(begun.value.url);
      } catch {
        signOut();
        return fail(problem('oidc.noBrowser'));
      }
      const isWanted = () => held === mine;
      const said = await tryUntilBack(() => begin(joined), isWanted, now, browser.wait);
      // Another attempt, or who gave this one up, has taken what was held: no session stays behind.
      if (!isWanted()) {
        if (said.ok) session.forget();
        return succeed(false);
      }
      if (!said.ok) {
        signOut();
        return said;
      }
      held = { kind: 'spent', login };
      return succeed(true);
    },
    async request({ method, path, body, answer, patience }) {
      const joined = membership();
      if (!joined) return fail(problem('server.notSet'));
      if (!isSignedIn()) return fail(problem('session.passwordNeeded'));
      usedAt = now();
      const request: ServerRequest = {
        method,
        ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        ...(patience !== undefined && { signal: AbortSignal.timeout(patience) }),
      };
      const answered = asAsked(await ask(line(joined), path, request));
      // The password was changed elsewhere, the day of a sign-in is over, or the account is no administrator's any more.
      if (!answered.ok && endsSignIn.has(answered.problem.code)) signOut();
      if (!answered.ok) return answered;
      if (answer === null) return succeed(null as never);
      const read = answer.safeParse(await answered.value.json().catch(() => null));
      return read.success ? succeed(read.data) : fail(problem('server.answerStrange'));
    },
  };
}

function shownOf(held: Held | null, token: string): ShownSignIn {
  switch (held?.kind) {
    case undefined:
      return {};
    case 'password':
      return { signIn: { login: held.login, password: held.password } };
    case 'ticket':
      return { ticket: held.ticket };
    case 'spent':
      return { renews: token };
  }
}
