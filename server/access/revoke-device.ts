import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Database } from '../database/database';
import { findDevice, rowOfDevice } from '../database/device-queries';
import { appendAudit } from './append-audit';
import type { By } from './save-account';

/** From the next request on the laptop is refused, for good. */
export async function revokeDevice(
  database: Database,
  id: string,
  by: By,
  now: number,
): Promise<Outcome<null>> {
  return database.transact(async (transaction) => {
    const device = await findDevice(transaction.query, id);
    if (!device) return fail(problem('device.gone'));
    if (device.revokedAt) return succeed(null);
    await transaction.put('devices', [rowOfDevice({ ...device, revokedAt: new Date(now).toISOString() })]);
    await appendAudit(transaction, [{ scope: 'server', ...by, act: 'device.revoked', subject: id }], now);
    return succeed(null);
  });
}
