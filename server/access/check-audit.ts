import type { AuditEntry } from '../../shared/access/audit';
import { type AuditHead, lastNote, listAuditHeads, readAudit, readAuditEnd } from '../database/audit-queries';
import type { Query } from '../database/database';
import { hashAudit, serverScope } from './append-audit';

/** Entries that are read in one transaction: others wait for no more. */
const pageOf = 2000;

/** A place at which a chain does not hold: `number` is the first entry that is wrong or missing. */
export interface AuditBreak {
  readonly scope: string;
  readonly number: number;
}

/** Runs one portion of the reading, in a transaction of its own. */
type Read = <T>(work: (query: Query) => Promise<T>) => Promise<T>;

/**
 * Reads every chain from its first entry to its end, a portion at a time, while others append. What was changed, taken out, put in or
 * cut off is found, unless all hashes from there to the end, and the end itself, were made again: for that, compare the ends with
 * what was written down elsewhere.
 */
export async function checkAudit(read: Read, page = pageOf): Promise<readonly AuditBreak[]> {
  for (;;) {
    const note = await read(lastNote);
    const found = await checkChains(read, page);
    // What went because it was old while this read looks like a break, until the note of it is read as well.
    if (found.length === 0 || (await read(lastNote)) === note) return found;
  }
}

async function checkChains(read: Read, page: number): Promise<readonly AuditBreak[]> {
  const heads = await read(listAuditHeads);
  const pruned = new Map<string, AuditHead>();
  const found: AuditBreak[] = [];
  // The server's own chain first: it tells what was taken from the others because it was old.
  for (const { scope } of [...heads].sort(
    (a, b) => Number(b.scope === serverScope) - Number(a.scope === serverScope),
  ))
    found.push(...(await checkChain(read, scope, pruned, page)));
  return found;
}

async function checkChain(
  read: Read,
  scope: string,
  pruned: Map<string, AuditHead>,
  page: number,
): Promise<readonly AuditBreak[]> {
  let first: AuditEntry | undefined;
  let end = { number: 0, hash: '' };
  let head = { number: 0, hash: '', isBeyond: false };
  do {
    const after = end.number;
    const entries = await read((query) => readAudit(query, scope, after, page));
    for (const entry of entries) {
      if (!first) first = entry;
      else if (entry.number !== end.number + 1 || entry.previous !== end.hash)
        return [{ scope, number: end.number + 1 }];
      if (hashAudit(entry) !== entry.hash) return [{ scope, number: entry.number }];
      if (scope === serverScope && entry.act === 'audit.pruned') notePruned(pruned, entry);
      end = entry;
    }
    // The end as it is when nothing stands behind what was read: not that of the beginning, for others append meanwhile.
    const { number } = end;
    head = await read((query) => readAuditEnd(query, scope, number));
  } while (head.isBeyond);
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
