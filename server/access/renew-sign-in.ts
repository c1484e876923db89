import { createHash } from 'node:crypto';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { type StoredAccount, findAccount } from '../database/account-queries';
import type { Database } from '../database/database';
import type { Device } from '../database/device-queries';
import type { ServerKeys } from './server-keys';
import { readToken, tokenSeconds } from './token';

/** Who signed in, and when (milliseconds). */
export interface SignedIn {
  readonly account: StoredAccount;
  readonly since: number;
  readonly shown: 'password' | 'ticket';
}

/** A working day: the identity provider hears no more often of who works on, and whoever it shut out is out by the evening. */
const goodForMillis = 8 * 60 * 60 * 1000;

/**
 * Goes on with a sign-in whose ticket is spent: by its last token, on the laptop it was given to, also a while after that ran out, because
 * whoever reads a page for ten minutes asks for nothing meanwhile. The token by itself is worth nothing; this request is signed with the laptop's key.
 * Not after the account got another role or password, which is how an office ends what somebody may have taken; nor for who gave a
 * password, and shows it again.
 */
export async function renewSignIn(
  { database, keys, now }: { readonly database: Database; readonly keys: ServerKeys; readonly now: number },
  token: string,
  device: Device | null,
): Promise<Outcome<SignedIn>> {
  const claims = await readToken(keys.token, token, now - tokenSeconds * 1000);
  const isGood =
    claims?.shown === 'ticket' &&
    device !== null &&
    claims.dev === device.id &&
    claims.sub === device.account &&
    now - claims.since < goodForMillis;
  if (!isGood) return fail(problem('session.passwordNeeded'));
  const account = await database.transact(({ query }) => findAccount(query, claims.sub));
  if (!account) return fail(problem('account.unknown'));
  if (account.disabled) return fail(problem('account.disabled'));
  if (claims.state !== stateOf(account)) return fail(problem('session.passwordNeeded'));
  return succeed({ account, since: claims.since, shown: 'ticket' });
}

/** Another one after each change of the role or the password; it tells nothing of either, whose hash has a salt. */
export function stateOf({ role, password }: StoredAccount): string {
  return createHash('sha256').update(`${role}\n${password}`).digest('base64url');
}
