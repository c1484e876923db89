import type { RandomBytes } from '../../shared/clock';
import { rowOfCode } from '../database/code-queries';
import type { Database } from '../database/database';
import { type Deed, appendAudit } from './append-audit';
import { hashPassword } from './password';

/** Crockford's: without the letters that look like digits. 32 of them, so that a byte's low bits choose evenly. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many characters are the code's name, by which it is found; the rest is the secret, 30 bits with five tries. */
export const codeNameLength = 4;

const goodForMillis = 24 * 60 * 60 * 1000;

/** A one-time code with which a laptop of this account is enrolled within a day. Shown once; only its hash stays. */
export async function makeCode(
  database: Database,
  account: string,
  by: Pick<Deed, 'account' | 'device'>,
  now: number,
  random: RandomBytes,
): Promise<{ readonly code: string; readonly expiresAt: string }> {
  const code = [...random(10)].map((byte) => letters[byte % 32]).join('');
  const name = code.slice(0, codeNameLength);
  const hash = await hashPassword(code.slice(codeNameLength));
  const expiresAt = new Date(now + goodForMillis).toISOString();
  const made = { name, hash, account, madeAt: new Date(now).toISOString(), expiresAt, tries: 0, spentBy: '' };
  await database.transact(async (transaction) => {
    // One with the same name, one in a million, is no longer good: the newer one counts.
    await transaction.put('codes', [rowOfCode(made)]);
    await appendAudit(transaction, [{ scope: 'server', ...by, act: 'code.made', subject: account }], now);
  });
  return { code, expiresAt };
}
