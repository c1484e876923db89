import type { Query } from './database';

/** The server's own keys by their names. */
export async function readSecrets(query: Query): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ name: string; secret: string }>(
    `select name, secret from secrets where scope = 'server'`,
  );
  return new Map(rows.map(({ name, secret }) => [name, secret]));
}

/** Two servers that start at once on one database must make one set of keys. */
export async function lockServer(query: Query): Promise<void> {
  await query(`select epoch from server where scope = 'server' for update`);
}
