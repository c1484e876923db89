import { listAuditDays, listAuditHeads, readAudit, readNotes } from '../database/audit-queries';
import type { Database, Transaction } from '../database/database';
import { elapsedBetween } from '../elapsed-between';
import { appendAudit, serverScope } from './append-audit';

/** The law asks for 180 days (网络安全法 第二十一条: 六个月). */
const shortestRetentionDays = 180;

const dayMillis = 24 * 60 * 60 * 1000;

/** Entries that go in one transaction: others wait for no more. */
const pageOf = 2000;

/**
 * Of longer pauses in which nobody did anything nothing is believed: rather was the clock set. What was written before one is kept the
 * longer for it.
 */
const longestPauseDays = 30;

/** Takes entries away that are older than the retention, and notes in the log up to where, so that the chain still begins somewhere. */
export async function pruneAudit(
  database: Database,
  now: number,
  retentionDays: number,
  page = pageOf,
): Promise<void> {
  if (retentionDays < shortestRetentionDays)
    throw new RangeError('The audit log is kept for 180 days at least.');
  const { heads, days } = await database.transact(async ({ query }) => ({
    heads: await listAuditHeads(query),
    days: await listAuditDays(query, new Date(now).toISOString()),
  }));
  const before = endOfRetention(days, now, retentionDays);
  for (const { scope } of heads) {
    let isMore = true;
    while (isMore) isMore = await database.transact((inside) => prunePage(inside, scope, before, now, page));
  }
}

/** What is before it is older than the retention by the clock, and by the time that passed from one day with entries to the next. */
function endOfRetention(days: readonly string[], now: number, retentionDays: number): string {
  const retention = retentionDays * dayMillis;
  let [elapsed, later, end] = [0, now, now - retention];
  for (const day of days) {
    const time = Date.parse(day);
    elapsed += elapsedBetween(time, later, longestPauseDays * dayMillis);
    later = time;
    // All of this day is kept where any of it is.
    if (elapsed < retention) end = Math.min(end, time);
  }
  return new Date(end).toISOString();
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
