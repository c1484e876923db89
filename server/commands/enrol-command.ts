import { parseArgs } from 'node:util';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { joinCardText } from '../../shared/protocol/join-card';
import { makeCode } from '../access/make-code';
import { findAccountByLogin } from '../database/account-queries';
import { type Command, commandLine } from './command';
import { withOffice } from './with-office';

/** `enrol LOGIN`: a one-time code with which a laptop of this user is enrolled within a day, and the join card that carries it. */
export const enrolCommand: Command = async (args, machine) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' }, address: { type: 'string' } },
  });
  const [login = ''] = positionals;
  if (login === '')
    return fail(problem('command.usage', { usage: 'enrol LOGIN [--address URL] [--data DIR]' }));
  return withOffice(values.data, machine, async ({ database, door }) => {
    const account = await database.transact(({ query }) => findAccountByLogin(query, login));
    if (!account) return fail(problem('account.unknown'));
    const { code } = await makeCode(database, account.id, commandLine, machine.clock(), machine.random);
    machine.out(`${code.slice(0, 5)}-${code.slice(5)}\n`);
    if (door) {
      machine.out(`${joinCardText({ ...door, serverUrl: values.address ?? door.serverUrl, code })}\n`);
      machine.err('第二行是入网卡：在那台电脑的“设置”中粘贴，一天之内有效。\n');
      machine.err('The second line is the join card: paste it in Settings on that computer within a day.\n');
    }
    return succeed(null);
  });
};
