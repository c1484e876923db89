import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { type Outcome, succeed } from '../../shared/outcome';
import type { Database, Query, Transaction } from './database';
import { migrate } from './migrate';
import { withBinaryArrays } from './binary-arrays';
import type { DatabaseOptions } from './database-options';
import { readEpoch, writeEpoch } from './server-queries';
import { transactionOn } from './transaction-on';

/** PostgreSQL: durable by itself, provided that nobody has switched that off. */
export async function openPostgres(
  url: string,
  { newId, newEpoch }: Pick<DatabaseOptions, 'newId' | 'newEpoch'>,
): Promise<Outcome<Database>> {
  const settings: PoolConfig & { readonly pipeline: boolean } = {
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    // Statements that are asked together (`together`) go out behind each other, without waiting for the one before.
    pipeline: true,
    options: '-c synchronous_commit=on',
  };
  const pool = new Pool(settings);
  // An idle connection that the server closes is replaced by the next request; without a listener it would end the process.
  pool.on('error', () => undefined);
  const epoch = await transact(pool, async (transaction) => {
    await demandDurability(transaction.query);
    await migrate(transaction);
    const known = await readEpoch(transaction.query);
    if (known !== null && !newEpoch) return known;
    const epoch = newId();
    await writeEpoch(transaction.query, epoch);
    return epoch;
  }).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return succeed({
    name: 'postgresql',
    epoch,
    ask: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await pool.query(sql, withBinaryArrays(sql, parameters))).rows as Row[],
    transact: (work) => transact(pool, work),
    forgetDropped: async () => undefined,
    close: () => pool.end(),
  });
}

async function demandDurability(query: Query): Promise<void> {
  const [set] = await query<{ fsync: string; commit: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  if (set?.fsync !== 'on')
    throw new Error('This PostgreSQL runs with fsync=off: what it accepts does not survive a power cut.');
  // The address of the database may say so, whatever the pool asks for.
  if (set.commit === 'off')
    throw new Error(
      'This PostgreSQL is used with synchronous_commit=off: what it accepts does not survive a kill.',
    );
}

async function transact<T>(pool: Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(onClient(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (failure = lost));
    throw error;
  } finally {
    // A connection that cannot even roll back is not given to the next request.
    client.release(failure);
  }
}

function onClient(client: PoolClient): Transaction {
  return transactionOn(
    async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, withBinaryArrays(sql, parameters))).rows as Row[],
    async (sql) => {
      await client.query(sql);
    },
    () => undefined,
  );
}
