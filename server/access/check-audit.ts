import type { AuditEntry } from '../../shared/access/audit';
import { type AuditHead, listAuditHeads, readAudit } from '../database/audit-queries';
import type { Query } from '../database/database';
import { hashAudit, serverScope } from './append-audit';

const page = 5000;

/** A place at which a chain does not hold: `number` is the first entry that is wrong or missing. */
export interface AuditBreak {
  readonly scope: string;
  readonly number: number;
}

/**
 * Reads every chain from its first entry to its end. What was changed, taken out, put in or cut off is found, unless all hashes from
 * there to the end, and the end itself, were made again: for that, compare the ends with what was written down elsewhere.
 */
export async function checkAudit(query: Query): Promise<readonly AuditBreak[]> {
  const heads = await listAuditHeads(query);
  const pruned = new Map<string, AuditHead>();
  const found: AuditBreak[] = [];
  // The server's own chain first: it tells what was taken from the others because it was old.
  for (const head of [...heads].sort(
    (a, b) => Number(b.scope === serverScope) - Number(a.scope === serverScope),
  ))
    found.push(...(await checkChain(query, head, pruned)));
  return found;
}

async function checkChain(
  query: Query,
  head: AuditHead,
  pruned: Map<string, AuditHead>,
): Promise<readonly AuditBreak[]> {
  const { scope } = head;
  let first: AuditEntry | undefined;
  let end = { number: 0, hash: '' };
  for (;;) {
    const entries = await readAudit(query, scope, end.number, page);
    for (const entry of entries) {
      if (!first) first = entry;
      else if (entry.number !== end.number + 1 || entry.previous !== end.hash)
        return [{ scope, number: end.number + 1 }];
      if (hashAudit(entry) !== entry.hash) return [{ scope, number: entry.number }];
      if (scope === serverScope && entry.act === 'audit.pruned') notePruned(pruned, entry);
      end = entry;
    }
    if (entries.length < page) break;
  }
  // Of a chain that rested for longer than the retention nothing is left but its end, and the note that all of it went.
  const last = first ? end : (pruned.get(scope) ?? end);
  if (last.number !== head.number || last.hash !== head.hash) return [{ scope, number: last.number + 1 }];
  return first && !isBeginning(first, pruned.get(scope)) ? [{ scope, number: first.number - 1 }] : [];
}

/** The first entry there is: number 1, or the one behind what was pruned and noted as such. */
function isBeginning(first: AuditEntry, pruned: AuditHead | undefined): boolean {
  if (first.number === 1) return first.previous === '';
  return pruned !== undefined && pruned.number === first.number - 1 && pruned.hash === first.previous;
}

/** The subject of a pruning is "scope hash", its count the number of the last entry that went. */
function notePruned(pruned: Map<string, AuditHead>, { subject, count }: AuditEntry): void {
  const [scope = '', hash = ''] = subject.split(' ');
  pruned.set(scope, { scope, number: count, hash });
}
