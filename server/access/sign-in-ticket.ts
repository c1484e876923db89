import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { type StoredAccount, findAccount, findAccountByLogin } from '../database/account-queries';
import { type Code, lockCode, rowOfCode } from '../database/code-queries';
import type { Database } from '../database/database';
import type { Device } from '../database/device-queries';
import { appendAudit } from './append-audit';
import { hashTicket } from './oidc';

const goodForMillis = 5 * 60 * 1000;

/** Beside the codes of enrolment, whose names are four characters. */
const nameOf = (ticketHash: string) => `ticket ${ticketHash}`;

/** Notes that the holder of a ticket has shown at the identity provider to be this login, for a few minutes and for one session. */
export async function keepTicket(
  database: Database,
  { login, ticketHash }: { readonly login: string; readonly ticketHash: string },
  now: number,
): Promise<Outcome<null>> {
  return database.transact(async (transaction) => {
    const account = await findAccountByLogin(transaction.query, login);
    if (!account || account.disabled) {
      const subject = account?.id ?? '';
      const deed = { scope: 'server', account: subject, device: '', act: 'signIn.failed' as const, subject };
      await appendAudit(transaction, [deed], now);
      return fail(problem(account ? 'account.disabled' : 'account.unknown'));
    }
    const ticket: Code = {
      name: nameOf(ticketHash),
      hash: ticketHash,
      account: account.id,
      madeAt: new Date(now).toISOString(),
      expiresAt: new Date(now + goodForMillis).toISOString(),
      tries: 0,
      spentBy: '',
    };
    await transaction.put('codes', [rowOfCode(ticket)]);
    return succeed(null);
  });
}

/**
 * The account of a ticket, once. On the account's own laptop alone: whoever lures an administrator to the provider with an address of his
 * own has a ticket then, and no laptop that it is good on.
 */
export async function spendTicket(
  database: Database,
  ticket: string,
  device: Device | null,
  now: number,
): Promise<Outcome<StoredAccount>> {
  return database.transact(async ({ query, put }) => {
    const code = await lockCode(query, nameOf(hashTicket(ticket)));
    if (!code || code.spentBy !== '' || Date.parse(code.expiresAt) <= now)
      return fail(problem('oidc.pending'));
    if (device?.account !== code.account) return fail(problem('oidc.refused'));
    await put('codes', [rowOfCode({ ...code, spentBy: device.id })]);
    const account = await findAccount(query, code.account);
    return account ? succeed(account) : fail(problem('account.unknown'));
  });
}
