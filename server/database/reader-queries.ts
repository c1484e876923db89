import type { Query } from './database';

/** From here on this transaction reads in the role that sees only what the account may see. */
export async function beReader(query: Query, account: string): Promise<void> {
  await query(`select set_config('xunji.account', $1, true), set_config('role', 'xunji_reader', true)`, [
    account,
  ]);
}

/** From here on this transaction is the server again. */
export async function beServer(query: Query): Promise<void> {
  await query(`select set_config('role', 'none', true)`);
}
