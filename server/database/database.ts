import type { NumberedChange } from '../changes/numbered-change';

/** Runs one statement with $1, $2 … and gives its rows. The caller names the shape of a row beside the SQL that makes it. */
export type Query = <Row>(sql: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>;

export interface Transaction {
  readonly query: Query;
  /** Runs several statements without parameters: a migration. */
  script(sql: string): Promise<void>;
  /**
   * Makes accepted changes durable where the commit alone does not (PGlite). The last act of a transaction that
   * accepts changes: once they are on disk there is no way back, so a failure after it ends the process.
   */
  keep(changes: readonly NumberedChange[]): Promise<void>;
}

/** One interface for PGlite and PostgreSQL. When `transact` resolves, what it did survives a power cut. */
export interface Database {
  readonly name: 'pglite' | 'postgresql';
  /** Which database this is; another one (or an older backup of this one) has another epoch. */
  readonly epoch: string;
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
