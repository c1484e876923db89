import { listAuditHeads, readAudit, readNotes } from '../database/audit-queries';
import type { Database, Transaction } from '../database/database';
import { appendAudit, serverScope } from './append-audit';

/** The law asks for 180 days (网络安全法 第二十一条: 六个月). */
const shortestRetentionDays = 180;

const dayMillis = 24 * 60 * 60 * 1000;

/** Entries that go in one transaction: others wait for no more. */
const pageOf = 2000;

/** Takes entries away that are older than the retention, and notes in the log up to where, so that the chain still begins somewhere. */
export async function pruneAudit(
  database: Database,
  now: number,
  retentionDays: number,
  page = pageOf,
): Promise<void> {
  if (retentionDays < shortestRetentionDays)
    throw new RangeError('The audit log is kept for 180 days at least.');
  const before = new Date(now - retentionDays * dayMillis).toISOString();
  const heads = await database.transact(({ query }) => listAuditHeads(query));
  for (const { scope } of heads) {
    let isMore = true;
    while (isMore) isMore = await database.transact((inside) => prunePage(inside, scope, before, now, page));
  }
}

/** False when nothing old is left. */
async function prunePage(
  transaction: Transaction,
  scope: string,
  before: string,
  now: number,
  page: number,
): Promise<boolean> {
  const { query } = transaction;
  const entries = await readAudit(query, scope, 0, page);
  // Up to the first that stays: times may go back where a clock was wrong, and a chain has no holes.
  const stays = entries.findIndex(({ at }) => at >= before);
  const old = stays < 0 ? entries : entries.slice(0, stays);
  const last = old.at(-1);
  if (!last) return false;
  // What the entries that go had noted of other chains is said again: one whose entries had all gone may have new ones since.
  const going = new Map(
    scope === serverScope
      ? old
          .filter(({ act }) => act === 'audit.pruned')
          .map(({ subject, count }) => [chainOf(subject), { subject, count }])
      : [],
  );
  const kept = scope === serverScope ? await readNotes(query, last.number) : [];
  for (const { subject } of kept) going.delete(chainOf(subject));
  going.set(scope, { subject: `${scope} ${last.hash}`, count: last.number });
  for (const note of going.values())
    await appendAudit(
      transaction,
      [{ scope: serverScope, account: '', device: '', act: 'audit.pruned', ...note }],
      now,
    );
  await transaction.remove(
    'audit',
    old.map(({ number }) => ({ scope, number })),
  );
  return stays < 0;
}

function chainOf(subject: string): string {
  return subject.split(' ')[0] ?? '';
}
