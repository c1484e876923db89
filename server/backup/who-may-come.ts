import { findAccount, listAccounts } from '../database/account-queries';
import type { Database } from '../database/database';
import { findDevice, listDevices } from '../database/device-queries';

/** Whom a restored office lets in, in words for the administrator who has just restored it. */
export interface WhoMayCome {
  /** Logins with their role. */
  readonly accounts: readonly string[];
  /** Laptops with the login that they belong to. */
  readonly devices: readonly string[];
}

/** Whether whoever restores an office may come in afterwards as an administrator, from the same computer. */
export async function mayStay(
  database: Database,
  { account, device }: { readonly account: string; readonly device: string },
): Promise<boolean> {
  return database.transact(async ({ query }) => {
    const found = await findAccount(query, account);
    const computer = await findDevice(query, device);
    return found !== null && !found.disabled && found.role === 'administrator' && computer?.revokedAt === '';
  });
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
