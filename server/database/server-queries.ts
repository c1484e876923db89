import type { Query } from './database';

/** The epoch that the database carries; null in a new one. */
export async function readEpoch(query: Query): Promise<string | null> {
  const rows = await query<{ epoch: string }>(`select epoch from server`);
  return rows[0]?.epoch ?? null;
}

export async function writeEpoch(query: Query, epoch: string): Promise<void> {
  await query(
    `insert into server (epoch) values ($1) on conflict (single) do update set epoch = excluded.epoch`,
    [epoch],
  );
}
