import { createHash } from 'node:crypto';
import type { Caller } from '../../shared/access/caller';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { proofText } from '../../shared/protocol/session';
import type { Database } from '../database/database';
import { findHolding } from '../database/device-queries';
import type { ServerKeys } from './server-keys';
import { readToken } from './token';
import { verifySignature } from '../../shared/node/verify-signature';

/** What a request shows of its sender. */
export interface Shown {
  readonly token: string;
  readonly proof: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** What the body's hash is said to be; bind-body.ts sees whether it is. */
  readonly bodyHash: string;
}

/**
 * The caller of a request with a token. The laptop and the account are read each time, so that a revocation counts at once; the proof
 * makes the token worthless to whoever only found it.
 */
export async function findCaller(
  database: Database,
  keys: ServerKeys,
  { token, proof, method, path, bodyHash }: Shown,
  now: number,
): Promise<Outcome<Caller>> {
  const claims = await readToken(keys.token, token, now);
  if (!claims) return fail(problem('session.needed'));
  const text = proofText(method, path, createHash('sha256').update(token).digest('hex'), bodyHash);
  if (!verifySignature(claims.key, text, proof)) return fail(problem('session.needed'));
  const holding = await findHolding(database.ask, claims.sub, claims.dev);
  if (!holding || (claims.dev !== '' && holding.signing_key !== claims.key))
    return fail(problem('device.unknown'));
  if (holding.revoked_at) return fail(problem('device.revoked'));
  if (holding.disabled) return fail(problem('account.disabled'));
  const { account, role, person } = holding;
  return succeed({ account, role, person, device: claims.dev, isSignedIn: claims.pwd });
}
