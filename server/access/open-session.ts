import { createHash } from 'node:crypto';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import {
  type Holder,
  type SessionReply,
  type SessionRequest,
  type ShownSignIn,
  sessionText,
} from '../../shared/protocol/session';
import { type StoredAccount, findAccount, findAccountByLogin } from '../database/account-queries';
import type { Database } from '../database/database';
import { type Device, findDevice } from '../database/device-queries';
import { appendAudit } from './append-audit';
import { isChallenge } from './challenge';
import { checkPassword } from './password';
import { publicAccount } from './public-account';
import type { ServerKeys } from './server-keys';
import { spendTicket } from './sign-in-ticket';
import { type SignedIn, renewSignIn, stateOf } from './renew-sign-in';
import { type Subject, returnTry, takeTry, triesAllowed, triesOfAddress } from './take-try';
import { makeToken, tokenSeconds } from './token';
import { verifySignature } from '../../shared/node/verify-signature';

/** What sessions are opened with. */
export interface Gate {
  readonly database: Database;
  readonly keys: ServerKeys;
  readonly now: number;
  /** Where the request comes from: counts those who guess. */
  readonly address: string;
}

/** What the challenge is bound to: the laptop's id, or the key of who has none. */
export function holderName(holder: Holder): string {
  return 'device' in holder ? holder.device : `key ${holder.key}`;
}

/**
 * A token for who holds the key: an enrolled laptop by its signature alone, with a password also for administration. Without a laptop
 * a password is needed.
 */
export async function openSession(gate: Gate, request: SessionRequest): Promise<Outcome<SessionReply>> {
  const { database, keys, now } = gate;
  const { holder, nonce, signature } = request;
  if (!isChallenge(keys.challenge, holderName(holder), nonce, now)) return fail(problem('session.needed'));
  const device = 'device' in holder ? await findDevice(database.ask, holder.device) : null;
  if ('device' in holder && !device) return fail(problem('device.unknown'));
  const key = 'device' in holder ? (device?.signingKey ?? '') : holder.key;
  if (!verifySignature(key, sessionText(nonce, database.epoch), signature))
    return fail(problem('device.unknown'));
  if (device?.revokedAt) return fail(problem('device.revoked'));

  const signedIn = await checkShown(gate, request, device);
  if (signedIn && !signedIn.ok) return signedIn;
  const account = signedIn ? signedIn.value.account : await accountOf(database, device);
  if (!account) return fail(problem('device.unknown'));
  if (account.disabled) return fail(problem('account.disabled'));
  const claims = {
    sub: account.id,
    dev: device?.id ?? '',
    key,
    pwd: signedIn !== null,
    since: signedIn?.value.since ?? 0,
    shown: signedIn?.value.shown ?? ('' as const),
    state: signedIn ? stateOf(account) : '',
  };
  await database.transact((transaction) =>
    appendAudit(
      transaction,
      [
        {
          scope: 'server',
          account: account.id,
          device: claims.dev,
          act: 'session.opened',
          subject: account.id,
        },
      ],
      now,
    ),
  );
  return succeed({
    token: await makeToken(keys.token, claims, now),
    seconds: tokenSeconds,
    account: publicAccount(account),
    isSignedIn: claims.pwd,
    serverKey: keys.publicKey,
  });
}

async function accountOf(database: Database, device: Device | null): Promise<StoredAccount | null> {
  return device && findAccount(database.ask, device.account);
}

/** Null where nothing was shown besides the key. */
async function checkShown(
  gate: Gate,
  { signIn, ticket, renews }: ShownSignIn,
  device: Device | null,
): Promise<Outcome<SignedIn> | null> {
  if (renews !== undefined) return renewSignIn(gate, renews, device);
  if (ticket !== undefined)
    return since(await spendTicket(gate.database, ticket, device, gate.now), gate.now, 'ticket');
  return signIn ? since(await checkSignIn(gate, signIn, device), gate.now, 'password') : null;
}

function since(account: Outcome<StoredAccount>, now: number, shown: SignedIn['shown']): Outcome<SignedIn> {
  return account.ok ? succeed({ account: account.value, since: now, shown }) : account;
}

/** A laptop signs in its own account only: its token must not become somebody else's. */
async function checkSignIn(
  gate: Gate,
  { login, password }: { readonly login: string; readonly password: string },
  device: Device | null,
): Promise<Outcome<StoredAccount>> {
  const { database, now } = gate;
  const account = await findAccountByLogin(database.ask, login);
  const isOwn = account !== null && device?.account === account.id;
  const subjects = subjectsOf(gate, login, account, isOwn ? device : null);
  const wait = await takeTry(database, subjects, now);
  if (wait) return fail(problem('signIn.tooMany', wait));
  const isRight = await checkPassword(account?.password ?? '', password);
  if (account && isRight && (isOwn || !device)) {
    await returnTry(database, subjects, now);
    return succeed(account);
  }
  await database.transact((transaction) =>
    appendAudit(
      transaction,
      [
        {
          scope: 'server',
          account: account?.id ?? '',
          device: device?.id ?? '',
          act: 'signIn.failed',
          subject: account?.id ?? '',
        },
      ],
      now,
    ),
  );
  return fail(problem('signIn.wrong'));
}

/**
 * Whose tries are counted: an account's own laptop by itself, so that nobody else can lock its user out; all others together per account,
 * and per address. Logins that do not exist share a few counters, or a guesser could fill the database with them.
 */
function subjectsOf(
  { address }: Gate,
  login: string,
  account: StoredAccount | null,
  own: Device | null,
): readonly Subject[] {
  if (own) return [{ name: `device/${own.id}`, allowed: triesAllowed }];
  const hashOf = (text: string, length: number) =>
    createHash('sha256').update(text).digest('hex').slice(0, length);
  return [
    { name: account ? `account/${account.id}` : `login/${hashOf(login, 2)}`, allowed: triesAllowed },
    { name: `address/${hashOf(address, 4)}`, allowed: triesOfAddress },
  ];
}
