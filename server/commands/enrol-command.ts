import { parseArgs } from 'node:util';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { makeCode } from '../access/make-code';
import { findAccountByLogin } from '../database/account-queries';
import type { Command } from './command';
import { withDatabase } from './with-database';

/** `enrol LOGIN`: a one-time code with which a laptop of this user is enrolled within a day. */
export const enrolCommand: Command = async (args, machine) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const [login = ''] = positionals;
  if (login === '') return fail(problem('command.usage', { usage: 'enrol LOGIN [--data DIR]' }));
  return withDatabase(values.data, machine, async (database) => {
    const account = await database.transact(({ query }) => findAccountByLogin(query, login));
    if (!account) return fail(problem('account.unknown'));
    const by = { account: 'command line', device: '' };
    const made = await makeCode(database, account.id, by, machine.clock(), machine.random);
    machine.out(`${made.code.slice(0, 5)}-${made.code.slice(5)}\n`);
    return succeed(null);
  });
};
