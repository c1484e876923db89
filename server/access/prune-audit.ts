import { findLastBefore, listAuditHeads, readAudit } from '../database/audit-queries';
import type { Database } from '../database/database';
import { appendAudit, serverScope } from './append-audit';

/** The law asks for 180 days (网络安全法 第二十一条: 六个月). */
export const shortestRetentionDays = 180;

const dayMillis = 24 * 60 * 60 * 1000;

/** Takes entries away that are older than the retention, and notes in the log up to where, so that the chain still begins somewhere. */
export async function pruneAudit(database: Database, now: number, retentionDays: number): Promise<void> {
  if (retentionDays < shortestRetentionDays)
    throw new RangeError('The audit log is kept for 180 days at least.');
  const before = new Date(now - retentionDays * dayMillis).toISOString();
  const heads = await database.transact(({ query }) => listAuditHeads(query));
  for (const { scope } of heads) {
    await database.transact(async (transaction) => {
      const last = await findLastBefore(transaction.query, scope, before);
      if (!last) return;
      const subject = `${scope} ${last.hash}`;
      await appendAudit(
        transaction,
        [{ scope: serverScope, account: '', device: '', act: 'audit.pruned', subject, count: last.number }],
        now,
      );
      const old = await readAudit(transaction.query, scope, 0, last.number);
      await transaction.remove(
        'audit',
        old.filter(({ number }) => number <= last.number).map(({ number }) => ({ scope, number })),
      );
    });
  }
}
