import { parseArgs } from 'node:util';
import { newId } from '../../shared/ids/new-id';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { accountEditSchema, newAccountSchema } from '../../shared/protocol/accounts';
import { passwordSchema } from '../../shared/protocol/session';
import { changeAccount, makeAccount, setPassword } from '../access/save-account';
import { findAccountByLogin, listAccounts } from '../database/account-queries';
import type { Database } from '../database/database';
import { backUpEnded } from './back-up-ended';
import { type Command, type CommandMachine, commandLine } from './command';
import { withOffice } from './with-office';

const usage =
  'user list | add LOGIN --name NAME --role ROLE [--person ID] | change LOGIN [--name NAME] [--role ROLE] [--person ID] | password LOGIN | disable LOGIN | enable LOGIN [--data DIR]（密码取自 password from XUNJI_PASSWORD）';

/**
 * `user …`: accounts without a window, above all the first administrator. A password comes from the environment, because
 * arguments are visible to every user of the machine.
 */
export const userCommand: Command = async (args, machine) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      person: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const [act = '', login = ''] = positionals;
  const wrong = fail(problem('command.usage', { usage }));
  if (act === 'list') return withOffice(values.data, machine, ({ database }) => list(database, machine));
  if (!['add', 'change', 'password', 'disable', 'enable'].includes(act) || login === '') return wrong;
  const password = passwordSchema.optional().safeParse(machine.environment['XUNJI_PASSWORD'] || undefined);
  if (!password.success || (act === 'password' && !password.data))
    return fail(problem('account.passwordShort'));
  if (act === 'add') {
    const made = newAccountSchema.safeParse({ login, ...values, password: password.data });
    if (!made.success) return wrong;
    return withOffice(values.data, machine, async ({ database }) => {
      const { clock, random } = machine;
      return quiet(await makeAccount(database, made.data, newId(clock, random), commandLine, clock()));
    });
  }
  // What was not given stays as it is: an undefined value would take its place.
  const { name, role, person } = values;
  const given = Object.entries({ name, role, person }).filter(([, value]) => value !== undefined);
  const edit = accountEditSchema.safeParse(
    act === 'change' ? Object.fromEntries(given) : { disabled: act === 'disable' },
  );
  if (!edit.success || (act === 'change' && given.length === 0)) return wrong;
  return withOffice(values.data, machine, async (office) => {
    const { database } = office;
    const account = await database.transact(({ query }) => findAccountByLogin(query, login));
    if (!account) return fail(problem('account.unknown'));
    const now = machine.clock();
    if (act === 'password') return setPassword(database, account.id, password.data ?? '', commandLine, now);
    const changed = await changeAccount(database, account.id, edit.data, commandLine, now);
    if (changed.ok && act === 'disable') backUpEnded(office, machine);
    return quiet(changed);
  });
};

async function list(database: Database, { out }: CommandMachine): Promise<Outcome<null>> {
  for (const { login, name, role, disabled } of await database.transact(({ query }) => listAccounts(query)))
    out(`${login}\t${name}\t${role}${disabled ? '\t已停用 disabled' : ''}\n`);
  return succeed(null);
}

function quiet(outcome: Outcome<unknown>): Outcome<null> {
  return outcome.ok ? succeed(null) : outcome;
}
