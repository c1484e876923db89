import { listAccounts } from '../database/account-queries';
import type { Database } from '../database/database';
import { listDevices } from '../database/device-queries';

/** Whom a restored office lets in, in words for the administrator who has just restored it. */
export interface WhoMayCome {
  /** Logins with their role. */
  readonly accounts: readonly string[];
  /** Laptops with the login that they belong to. */
  readonly devices: readonly string[];
}

export async function whoMayCome(database: Database): Promise<WhoMayCome> {
  const { accounts, devices } = await database.transact(async ({ query }) => ({
    accounts: (await listAccounts(query)).filter(({ disabled }) => !disabled),
    devices: (await listDevices(query)).filter(({ revokedAt }) => revokedAt === ''),
  }));
  const logins = new Map(accounts.map(({ id, login }) => [id, login]));
  return {
    accounts: accounts.map(({ login, role }) => `${login} (${role})`),
    devices: devices.flatMap(({ name, account }) => {
      const login = logins.get(account);
      return login === undefined ? [] : [`${name} (${login})`];
    }),
  };
}
