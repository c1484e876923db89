import { parseArgs } from 'node:util';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { revokeDevice } from '../access/revoke-device';
import { findAccountByLogin, listAccounts } from '../database/account-queries';
import type { Database } from '../database/database';
import { type SeenDevice, listDevices } from '../database/device-queries';
import { backUpEnded } from './back-up-ended';
import { type Command, type CommandMachine, commandLine } from './command';
import { withOffice } from './with-office';

const usage = 'device list [LOGIN] | revoke DEVICE [--data DIR]';

/** `device …`: the enrolled laptops with their last contact and what they still hold, and the end of one that is lost. */
export const deviceCommand: Command = async (args, machine) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const [act = '', subject = ''] = positionals;
  if (act === 'list')
    return withOffice(values.data, machine, ({ database }) => list(database, subject, machine));
  if (act !== 'revoke' || subject === '') return fail(problem('command.usage', { usage }));
  return withOffice(values.data, machine, async (office) => {
    const revoked = await revokeDevice(office.database, subject, commandLine, machine.clock());
    if (revoked.ok) backUpEnded(office, machine);
    return revoked;
  });
};

/** A line for each: its id, which `revoke` takes, its name, whose it is, its Xunji, last contact, what it holds, whether it is revoked. */
async function list(database: Database, login: string, { out }: CommandMachine): Promise<Outcome<null>> {
  const [account, accounts, devices] = await database.transact(async ({ query }) => [
    login === '' ? null : await findAccountByLogin(query, login),
    await listAccounts(query),
    await listDevices(query),
  ]);
  if (login !== '' && !account) return fail(problem('account.unknown'));
  const logins = new Map(accounts.map((one) => [one.id, one.login]));
  for (const device of devices)
    if (!account || device.account === account.id) out(`${lineOf(device, logins).join('\t')}\n`);
  return succeed(null);
}

function lineOf(device: SeenDevice, logins: ReadonlyMap<string, string>): readonly string[] {
  const { id, name, account, version, lastContact, pending, revokedAt } = device;
  return [
    id,
    name,
    logins.get(account) ?? account,
    version,
    lastContact === '' ? '尚未联系 never seen' : lastContact,
    `尚未交回 holds ${pending}`,
    ...(revokedAt ? [`${revokedAt} 已停用 revoked`] : []),
  ];
}
