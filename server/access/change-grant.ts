import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Grant } from '../../shared/protocol/accounts';
import { findAccount } from '../database/account-queries';
import type { Database } from '../database/database';
import { appendAudit } from './append-audit';
import type { By } from './save-account';

/** Gives or takes what an administrator grants; what somebody has as a member of a team comes and goes with the team. */
export async function changeGrant(
  database: Database,
  grant: Grant,
  act: 'grant.given' | 'grant.taken',
  by: By,
  now: number,
): Promise<Outcome<null>> {
  return database.transact(async (transaction) => {
    if (!(await findAccount(transaction.query, grant.account))) return fail(problem('account.unknown'));
    const row = { scope: 'server', ...grant, source: 'given' };
    if (act === 'grant.given') await transaction.put('grants', [row]);
    else {
      await transaction.remove('grants', [row, { ...row, source: 'made' }]);
      const { account, tour, team } = grant;
      await transaction.put('departed', [{ scope: 'server', subject: account, tour, team }]);
    }
    const subject = [grant.account, grant.tour, grant.team].filter(Boolean).join(' ');
    await appendAudit(transaction, [{ scope: 'server', ...by, act, subject }], now);
    return succeed(null);
  });
}
