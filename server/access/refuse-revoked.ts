import type { Caller } from '../../shared/access/caller';
import { type Problem, problem } from '../../shared/problems';
import type { Query } from '../database/database';
import { findHolding } from '../database/device-queries';

/** Thrown where what a request stands on ended while it was under way; the whole of it is undone. */
export class AccessEnded extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * Whether the caller is still who he was when the request came: he may have waited for his turn and for the locks of his scopes, and
 * nothing is written for whoever was revoked meanwhile. Throws an `AccessEnded`. A session without a laptop is an administrator's of this
 * quarter of an hour, which the request itself has checked.
 */
export async function refuseRevoked(query: Query, { account, device }: Caller): Promise<void> {
  if (device === '') return;
  const holding = await findHolding(query, account, device);
  if (!holding) throw new AccessEnded(problem('device.unknown'));
  if (holding.revoked_at) throw new AccessEnded(problem('device.revoked'));
  if (holding.disabled) throw new AccessEnded(problem('account.disabled'));
}
