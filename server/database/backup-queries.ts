import type { AuditEntry } from '../../shared/access/audit';
import type { PlacedChange } from '../changes/numbered-change';
import { readAudit } from './audit-queries';
import type { Query } from './database';
import { type KeptRow, type KeptTable, keptTables } from './kept-tables';

/** All rows of a table beside the log, in the order of its key. */
export async function readKeptRows(query: Query, table: KeptTable): Promise<readonly KeptRow[]> {
  return query<KeptRow>(`select * from ${table} order by ${keptTables[table].join(', ')}`);
}

/** The log of one scope above `after`, up to and including `upTo`. */
export async function readLog(
  query: Query,
  scope: string,
  after: number,
  upTo: number,
): Promise<readonly PlacedChange[]> {
  return query<PlacedChange>(
    `select number, body as change, team from changes
     where scope = $1 and number > $2 and number <= $3 order by number`,
    [scope, after, upTo],
  );
}

/** One chain of the audit log above `after`, up to and including `upTo`: an entry that has a number never changes. */
export async function readAuditUpTo(
  query: Query,
  scope: string,
  after: number,
  upTo: number,
): Promise<readonly AuditEntry[]> {
  const entries = await readAudit(query, scope, after, upTo - after);
  return entries.filter(({ number }) => number <= upTo);
}

/** What is read afterwards in this transaction is of one moment, and nothing can be written. */
export async function readOneMoment(query: Query): Promise<void> {
  await query('set transaction isolation level repeatable read read only');
}
