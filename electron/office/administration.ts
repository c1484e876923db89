import type { z } from 'zod';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { DeviceKeys } from '../keys/open-device-keys';
import { type Connection, ask, problemOf } from '../sync/sync-client';
import type { Membership } from './membership';
import { createOfficeSession } from './office-session';

/** Who left the computer alone for so long signs in again. */
const idleMillis = 15 * 60 * 1000;

/** The administrator's own session, beside that of the laptop, which only syncs. */
export interface Administration {
  isSignedIn(): boolean;
  signIn(password: string): Promise<Outcome<null>>;
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
 * Signs in with the account's password, which stays in memory until the administrator signs out or leaves it alone: the server's tokens
 * are good for a quarter of an hour, and whoever works must not be asked in the middle of it. `now` is no clock of the day.
 */
export function createAdministration(
  connection: Connection,
  membership: () => Membership | null,
  keys: Pick<DeviceKeys, 'device' | 'sign'>,
  now: () => number,
): Administration {
  let held: { readonly login: string; readonly password: string } | null = null;
  let usedAt = 0;
  const own = { holder: { device: keys.device }, sign: keys.sign };
  const session = createOfficeSession(own, connection.fetch, now, () => held ?? undefined);
  const line = (joined: Membership): Connection => ({
    ...connection,
    office: {
      credentials: (method, path, body) => session.credentials(joined, method, path, body),
      forget: session.forget,
    },
  });

  function signOut(): void {
    held = null;
    session.forget();
  }

  /** Nobody is taken for signed in who left, or whose laptop belongs to another account now. */
  function isSignedIn(): boolean {
    if (held && (now() - usedAt > idleMillis || membership()?.account.login !== held.login)) signOut();
    return held !== null;
  }

  return {
    isSignedIn,
    signOut,
    async signIn(password) {
      const joined = membership();
      if (!joined) return fail(problem('server.notSet'));
      signOut();
      held = { login: joined.account.login, password };
      usedAt = now();
      try {
        const opened = await session.credentials(joined, 'GET', '/', '');
        if (opened.kind === 'headers') return succeed(null);
        signOut();
        return fail(await problemOf(opened.response));
      } catch {
        signOut();
        return fail(problem('server.unreachable'));
      }
    },
    async request({ method, path, body, answer, patience }) {
      const joined = membership();
      if (!joined) return fail(problem('server.notSet'));
      if (!isSignedIn()) return fail(problem('session.passwordNeeded'));
      usedAt = now();
      const answered = await ask(line(joined), path, {
        method,
        ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        ...(patience !== undefined && { signal: AbortSignal.timeout(patience) }),
      });
      // The password was changed elsewhere, or the account is no administrator's any more.
      if (!answered.ok && answered.problem.code === 'signIn.wrong') signOut();
      if (!answered.ok) return answered;
      if (answer === null) return succeed(null as never);
      const read = answer.safeParse(await answered.value.json().catch(() => null));
      return read.success ? succeed(read.data) : fail(problem('server.answerStrange'));
    },
  };
}
