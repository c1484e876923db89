import type { Change } from '../../shared/changes/change';
import type { Transaction } from '../database/database';
import { dropEmptyScopes } from '../database/scope-queries';
import { appendAudit, serverScope } from './append-audit';
import type { Asking } from './asking';

/**
 * Who tried what he may not, in the chain of the server: a tour that nobody began has none, and must not get one by being named. Nor does
 * it get a row among the scopes.
 */
export async function noteRefused(
  transaction: Transaction,
  { caller, now }: Asking,
  device: string,
  changes: readonly Change[],
): Promise<void> {
  const scopes = [...new Set(changes.map(({ scope }) => scope))];
  await dropEmptyScopes(transaction.query, scopes);
  const deed = {
    scope: serverScope,
    account: caller.account,
    device: caller.device || device,
    act: 'changes.refused' as const,
    subject: scopes[0] ?? '',
    count: changes.length,
  };
  await appendAudit(transaction, [deed], now);
}
