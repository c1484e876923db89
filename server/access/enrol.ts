import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { type Account, type EnrolRequest, enrolText } from '../../shared/protocol/session';
import { findAccount } from '../database/account-queries';
import { type Code, lockCode, rowOfCode } from '../database/code-queries';
import type { Database, Transaction } from '../database/database';
import { type Device, findDevice, rowOfDevice } from '../database/device-queries';
import { lockServer } from '../database/secret-queries';
import { appendAudit } from './append-audit';
import { codeNameLength } from './make-code';
import { checkPassword } from './password';
import { publicAccount } from './public-account';
import { verifySignature } from '../../shared/node/verify-signature';

const triesAllowed = 5;

/**
 * Enrols a laptop with a one-time code. A try is counted before the code is looked at, and the code is spent in the transaction
 * that enrols, so that of two laptops with one code one is enrolled. The same laptop may ask again: its answer was lost.
 */
export async function enrol(
  database: Database,
  request: EnrolRequest,
  now: number,
): Promise<Outcome<Account>> {
  if (!verifySignature(request.signingKey, enrolText(request), request.signature))
    return fail(problem('request.invalid', { fault: 'signature' }));
  const code = await takeTry(database, request, now);
  if (!code || !(await checkPassword(code.hash, request.code.slice(codeNameLength))))
    return fail(problem('code.wrong'));
  return database.transact((transaction) => spend(transaction, request, now));
}

/** The code that may still be tried; null where there is none. */
async function takeTry(database: Database, request: EnrolRequest, now: number): Promise<Code | null> {
  return database.transact(async ({ query, put }) => {
    const code = await lockCode(query, request.code.slice(0, codeNameLength));
    if (!code || !isGood(code, request, now)) return null;
    await put('codes', [rowOfCode({ ...code, tries: code.tries + 1 })]);
    return code;
  });
}

async function spend(
  transaction: Transaction,
  request: EnrolRequest,
  now: number,
): Promise<Outcome<Account>> {
  const { query, put } = transaction;
  // Two codes for one laptop at once: the second finds what the first has written.
  await lockServer(query);
  const code = await lockCode(query, request.code.slice(0, codeNameLength));
  if (!code || (code.spentBy !== '' && code.spentBy !== request.device)) return fail(problem('code.wrong'));
  const account = await findAccount(query, code.account);
  if (!account || account.disabled) return fail(problem('account.disabled'));
  const known = await findDevice(query, request.device);
  if (known && !isSame(known, request, account.id)) return fail(problem('device.taken'));
  if (known?.revokedAt) return fail(problem('device.revoked'));
  const device: Device = {
    id: request.device,
    account: account.id,
    name: request.name,
    signingKey: request.signingKey,
    sealingKey: request.sealingKey,
    version: request.version,
    enrolledAt: known?.enrolledAt ?? new Date(now).toISOString(),
    revokedAt: '',
  };
  await put('devices', [rowOfDevice(device)]);
  await put('codes', [rowOfCode({ ...code, spentBy: device.id })]);
  await appendAudit(
    transaction,
    [{ scope: 'server', account: account.id, device: device.id, act: 'device.enrolled', subject: device.id }],
    now,
  );
  return succeed(publicAccount(account));
}

function isGood(code: Code, { device }: EnrolRequest, now: number): boolean {
  const isUnspent = code.spentBy === '' || code.spentBy === device;
  return isUnspent && code.tries < triesAllowed && Date.parse(code.expiresAt) > now;
}

/** A laptop may be enrolled again for the same account with the keys that it has. */
function isSame(known: Device, request: EnrolRequest, account: string): boolean {
  return (
    known.account === account &&
    known.signingKey === request.signingKey &&
    known.sealingKey === request.sealingKey
  );
}
