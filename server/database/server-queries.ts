import type { Query } from './database';

/** The epoch that the database carries; null in a new one. */
export async function readEpoch(query: Query): Promise<string | null> {
  const rows = await query<{ epoch: string }>(`select epoch from server`);
  return rows[0]?.epoch ?? null;
}

export async function writeEpoch(query: Query, epoch: string): Promise<void> {
  await query(
    `insert into server (epoch) values ($1) on conflict (scope) do update set epoch = excluded.epoch`,
    [epoch],
  );
}

/** Until this transaction ends, entries of the audit log go that went before, however old the clock says they are. */
export async function beginRebuilding(query: Query): Promise<void> {
  await query(`select set_config('xunji.rebuilding', 'on', true)`);
}

/** How many frames of the intake journal the embedded database holds. */
export async function readKept(query: Query): Promise<number> {
  const rows = await query<{ kept: number }>(`select kept from server`);
  return rows[0]?.kept ?? 0;
}

export async function countKept(query: Query, more: number): Promise<void> {
  await query(`update server set kept = kept + $1::integer`, [more]);
}

/** Whether what is older than teams was given its own. */
export async function isPlaced(query: Query): Promise<boolean> {
  const rows = await query<{ placed: boolean }>(`select placed from server`);
  return rows[0]?.placed ?? false;
}

export async function notePlaced(query: Query): Promise<void> {
  await query(`update server set placed = true`);
}

/** Whether what is older than the lists of open items is in them. */
export async function isListed(query: Query): Promise<boolean> {
  const rows = await query<{ listed: boolean }>(`select listed from server`);
  return rows[0]?.listed ?? false;
}

export async function noteListed(query: Query): Promise<void> {
  await query(`update server set listed = true`);
}
