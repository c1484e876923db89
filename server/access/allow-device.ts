import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Database } from '../database/database';
import { findDevice, rowOfDevice } from '../database/device-queries';
import { appendAudit } from './append-audit';
import type { By } from './save-account';

/** A laptop that was revoked by mistake is admitted again, with the keys that it has. Of a team's hub alone: at an office that is for good. */
export async function allowDevice(
  database: Database,
  id: string,
  by: By,
  now: number,
): Promise<Outcome<null>> {
  return database.transact(async (transaction) => {
    const device = await findDevice(transaction.query, id);
    if (!device) return fail(problem('device.gone'));
    if (!device.revokedAt) return succeed(null);
    await transaction.put('devices', [rowOfDevice({ ...device, revokedAt: '' })]);
    await appendAudit(transaction, [{ scope: 'server', ...by, act: 'device.allowed', subject: id }], now);
    return succeed(null);
  });
}
