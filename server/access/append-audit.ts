import { createHash } from 'node:crypto';
import type { AuditAct, AuditEntry } from '../../shared/access/audit';
import { insertAudit, lockAuditHeads } from '../database/audit-queries';
import type { Transaction } from '../database/database';

/** The chain of what concerns no tour. */
export const serverScope = 'server';

/** What somebody did. Ids only. */
export interface Deed {
  readonly scope: string;
  readonly account: string;
  readonly device: string;
  readonly act: AuditAct;
  readonly subject: string;
  readonly count?: number;
}

/**
 * Writes deeds into the audit log, in the transaction that does them: neither is there without the other. Each covers the
 * one before it in its scope.
 */
export async function appendAudit(
  { query, keep }: Transaction,
  deeds: readonly Deed[],
  now: number,
): Promise<void> {
  if (deeds.length === 0) return;
  const heads = await lockAuditHeads(query, [...new Set(deeds.map(({ scope }) => scope))]);
  const ends = new Map(heads.map((head) => [head.scope, head]));
  const at = new Date(now).toISOString();
  // Field by field: whoever acts is often a caller with more to it, and an entry holds nothing else.
  const entries = deeds.map(({ scope, account, device, act, subject, count = 1 }): AuditEntry => {
    const end = ends.get(scope);
    const [number, previous] = [(end?.number ?? 0) + 1, end?.hash ?? ''];
    const entry = { scope, number, at, account, device, act, subject, count, previous };
    const hash = hashAudit(entry);
    ends.set(scope, { scope, number, hash });
    return { ...entry, hash };
  });
  await insertAudit(query, entries);
  keep([
    { kind: 'rows', table: 'audit', put: entries },
    {
      kind: 'rows',
      table: 'audit_heads',
      put: [...ends].map(([scope, { number, hash }]) => ({ scope, number, hash })),
    },
  ]);
}

/** Over every value of the entry in one order, and by `previous` over every entry before it. */
export function hashAudit(entry: Omit<AuditEntry, 'hash'>): string {
  const { scope, number, at, account, device, act, subject, count, previous } = entry;
  const text = JSON.stringify([previous, scope, number, at, account, device, act, subject, count]);
  return createHash('sha256').update(text).digest('hex');
}
