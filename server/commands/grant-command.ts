import { parseArgs } from 'node:util';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { grantSchema } from '../../shared/protocol/accounts';
import { changeGrant } from '../access/change-grant';
import { findAccountByLogin, listAccounts } from '../database/account-queries';
import type { Database } from '../database/database';
import { listGrants } from '../database/grant-queries';
import { type Command, type CommandMachine, commandLine } from './command';
import { withOffice } from './with-office';

const usage = 'grant list | give LOGIN TOUR [TEAM] | take LOGIN TOUR [TEAM] [--data DIR]';

/** `grant …`: who was given which tour, as a whole or one team of it. */
export const grantCommand: Command = async (args, machine) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const [act = '', login = '', tour = '', team = ''] = positionals;
  const wrong = fail(problem('command.usage', { usage }));
  if (act === 'list') return withOffice(values.data, machine, ({ database }) => list(database, machine));
  if ((act !== 'give' && act !== 'take') || tour === '') return wrong;
  return withOffice(values.data, machine, async ({ database }) => {
    const account = await database.transact(({ query }) => findAccountByLogin(query, login));
    if (!account) return fail(problem('account.unknown'));
    const grant = grantSchema.safeParse({ account: account.id, tour, team });
    if (!grant.success) return wrong;
    const deed = act === 'give' ? 'grant.given' : 'grant.taken';
    return changeGrant(database, grant.data, deed, commandLine, machine.clock());
  });
};

async function list(database: Database, { out }: CommandMachine): Promise<Outcome<null>> {
  const [accounts, grants] = await database.transact(async ({ query }) => [
    await listAccounts(query),
    await listGrants(query),
  ]);
  const logins = new Map(accounts.map(({ id, login }) => [id, login]));
  for (const { account, tour, team, source } of grants)
    out(`${logins.get(account) ?? account}\t${tour}\t${team || '整个活动 whole tour'}\t${source}\n`);
  return succeed(null);
}
