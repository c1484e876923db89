import type { Query } from './database';

/** From here on this transaction reads in the role that sees only what the account may see. */
export async function beReader(query: Query, account: string): Promise<void> {
  await query(`select set_config('xunji.account', $1, true), set_config('role', 'xunji_reader', true)`, [
    account,
  ]);
}

/** From here on this transaction asks for what the account may see, and sees all. */
export async function askFor(query: Query, account: string): Promise<void> {
  await query(`select set_config('xunji.account', $1, true)`, [account]);
}
