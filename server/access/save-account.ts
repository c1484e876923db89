import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { AccountEdit, NewAccount } from '../../shared/protocol/accounts';
import type { Account } from '../../shared/protocol/session';
import {
  type StoredAccount,
  findAccount,
  findAccountByLogin,
  listAccounts,
  lockAccounts,
  rowOfAccount,
} from '../database/account-queries';
import type { Database } from '../database/database';
import { type Deed, appendAudit } from './append-audit';
import { hashPassword } from './password';
import { publicAccount } from './public-account';

/** Who administrates. */
export type By = Pick<Deed, 'account' | 'device'>;

export async function makeAccount(
  database: Database,
  { password, ...made }: NewAccount,
  id: string,
  by: By,
  now: number,
): Promise<Outcome<Account>> {
  const hash = password === undefined ? '' : await hashPassword(password);
  const account = { ...made, id, disabled: false, password: hash, madeAt: new Date(now).toISOString() };
  return database.transact(async (transaction) => {
    await lockAccounts(transaction.query);
    if (await findAccountByLogin(transaction.query, made.login))
      return fail(problem('account.loginTaken', { login: made.login }));
    await transaction.put('accounts', [rowOfAccount(account)]);
    await appendAudit(transaction, [{ scope: 'server', ...by, act: 'account.made', subject: id }], now);
    return succeed(publicAccount(account));
  });
}

/** An office always keeps an administrator who can sign in: nobody could make another one. */
export async function changeAccount(
  database: Database,
  id: string,
  edit: AccountEdit,
  by: By,
  now: number,
): Promise<Outcome<Account>> {
  return database.transact(async (transaction) => {
    await lockAccounts(transaction.query);
    const before = await findAccount(transaction.query, id);
    if (!before) return fail(problem('account.unknown'));
    const after: StoredAccount = { ...before, ...edit };
    const others = (await listAccounts(transaction.query)).filter((one) => one.id !== id);
    if (isAdministrator(before) && !isAdministrator(after) && !others.some(isAdministrator))
      return fail(problem('account.lastAdministrator'));
    await transaction.put('accounts', [rowOfAccount(after)]);
    await appendAudit(transaction, [{ scope: 'server', ...by, act: 'account.changed', subject: id }], now);
    return succeed(publicAccount(after));
  });
}

export async function setPassword(
  database: Database,
  id: string,
  password: string,
  by: By,
  now: number,
): Promise<Outcome<null>> {
  const hash = await hashPassword(password);
  return database.transact(async (transaction) => {
    await lockAccounts(transaction.query);
    const account = await findAccount(transaction.query, id);
    if (!account) return fail(problem('account.unknown'));
    await transaction.put('accounts', [rowOfAccount({ ...account, password: hash })]);
    await appendAudit(transaction, [{ scope: 'server', ...by, act: 'password.set', subject: id }], now);
    return succeed(null);
  });
}

function isAdministrator({ role, disabled, password }: StoredAccount): boolean {
  return role === 'administrator' && !disabled && password !== '';
}
