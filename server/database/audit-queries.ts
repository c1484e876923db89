import type { AuditEntry } from '../../shared/access/audit';
import type { AuditQuery } from '../../shared/protocol/accounts';
import type { Query } from './database';

export interface AuditHead {
  readonly scope: string;
  readonly number: number;
  readonly hash: string;
}

/** The ends of these chains, begun where they are new and held until the transaction ends. */
export async function lockAuditHeads(query: Query, scopes: readonly string[]): Promise<readonly AuditHead[]> {
  return query<AuditHead>(
    `insert into audit_heads (scope, number, hash) select scope, 0, '' from unnest($1::text[]) scope
     on conflict (scope) do update set number = audit_heads.number returning scope, number, hash`,
    [[...scopes].sort()],
  );
}

/** Appends entries and moves the ends of their chains, in one statement: every push has some. */
export async function insertAudit(query: Query, entries: readonly AuditEntry[]): Promise<void> {
  await query(
    `with fresh as (select * from json_populate_recordset(null::audit, $1::json)),
       ends as (select distinct on (scope) scope, number, hash from fresh order by scope, number desc),
       moved as (update audit_heads h set number = e.number, hash = e.hash from ends e where h.scope = e.scope)
     insert into audit select * from fresh`,
    [JSON.stringify(entries)],
  );
}

/** The ends of all chains; a chain whose end is gone has number 0. */
export async function listAuditHeads(query: Query): Promise<readonly AuditHead[]> {
  return query<AuditHead>(
    `select scope, number, hash from audit_heads
     union all
     select distinct a.scope, 0, '' from audit a
     where not exists (select from audit_heads h where h.scope = a.scope)
     order by scope`,
  );
}

/** The entries of one chain above a number, in their order. */
export async function readAudit(
  query: Query,
  scope: string,
  after: number,
  limit: number,
): Promise<readonly AuditEntry[]> {
  return query<AuditEntry>(
    `select scope, number, at, account, device, act, subject, count, previous, hash from audit
     where scope = $1 and number > $2::integer order by number limit $3::integer`,
    [scope, after, limit],
  );
}

/** Entries of one chain, the newest first: what somebody looks for. Whatever is '' or missing asks for all. */
export async function findAudit(
  query: Query,
  { scope, before, account, act, from, to, limit }: Omit<AuditQuery, 'after'>,
): Promise<readonly AuditEntry[]> {
  return query<AuditEntry>(
    `select scope, number, at, account, device, act, subject, count, previous, hash from audit
     where scope = $1 and ($2::integer = 0 or number < $2::integer) and ($3 = '' or account = $3) and ($4 = '' or act = $4)
       and ($5 = '' or at >= $5) and ($6 = '' or at < $6)
     order by number desc limit $7::integer`,
    [scope, before ?? 0, account, act, from, to, limit],
  );
}

/** The days (2024-05-01) before a moment on which any chain has an entry, the last first. */
export async function listAuditDays(query: Query, before: string): Promise<readonly string[]> {
  const rows = await query<{ day: string }>(
    `select distinct substr(at, 1, 10) collate "C" as day from audit where at collate "C" < $1 order by day desc`,
    [before],
  );
  return rows.map(({ day }) => day);
}

/** What the server's own chain says above a number of entries that went from any chain because they were old. */
export async function readNotes(
  query: Query,
  after: number,
): Promise<readonly Pick<AuditEntry, 'subject'>[]> {
  return query(
    `select subject from audit where scope = 'server' and number > $1::integer and act = 'audit.pruned'`,
    [after],
  );
}

/** The end of a chain (number 0 where it is gone) and whether an entry stands above a number, as of one moment. */
export async function readAuditEnd(
  query: Query,
  scope: string,
  after: number,
): Promise<{ readonly number: number; readonly hash: string; readonly isBeyond: boolean }> {
  const rows = await query<{ number: number; hash: string; isBeyond: boolean }>(
    `select coalesce(h.number, 0) as number, coalesce(h.hash, '') as hash,
       exists (select from audit where scope = $1 and number > $2::integer) as "isBeyond"
     from (select 1) one left join audit_heads h on h.scope = $1`,
    [scope, after],
  );
  return rows[0] ?? { number: 0, hash: '', isBeyond: false };
}

/** The number of the last entry that says what went because it was old; 0 where nothing did. */
export async function lastNote(query: Query): Promise<number> {
  const rows = await query<{ number: number }>(
    `select number from audit where scope = 'server' and act = 'audit.pruned' order by number desc limit 1`,
  );
  return rows[0]?.number ?? 0;
}
