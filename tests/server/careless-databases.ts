import type { Database, Query, Transaction } from '../../server/database/database';

/** The sabotage of guessing: how often somebody tried is not remembered. */
export function forgetTries(database: Database): Database {
  return changed(database, ({ put, ...transaction }) => ({
    ...transaction,
    put: (table, rows) => (table === 'tries' ? Promise.resolve() : put(table, rows)),
  }));
}

/** The sabotage of revoking: who somebody is was read once, and is not read again with each request. */
export function rememberLaptops(database: Database): Database {
  const known = new Map<string, Promise<readonly unknown[]>>();
  const remembering =
    (query: Query): Query =>
    <Row>(sql: string, parameters: readonly unknown[] = []) => {
      if (!sql.includes('as revoked_at')) return query<Row>(sql, parameters);
      const name = JSON.stringify(parameters);
      const rows = known.get(name) ?? query(sql, parameters);
      known.set(name, rows);
      return rows as Promise<readonly Row[]>;
    };
  const transacting = changed(database, ({ query, ...transaction }) => ({
    ...transaction,
    query: remembering(query),
  }));
  return { ...transacting, ask: remembering(database.ask) };
}

function changed(database: Database, change: (transaction: Transaction) => Transaction): Database {
  return { ...database, transact: (work) => database.transact((transaction) => work(change(transaction))) };
}
