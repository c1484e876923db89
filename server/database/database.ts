import type { IntakeEntry } from './intake-entry';
import type { KeptRow, KeptTable } from './kept-tables';

/** Runs one statement with $1, $2 … and gives its rows. The caller names the shape of a row beside the SQL that makes it. */
export type Query = <Row>(sql: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>;

export interface Transaction {
  readonly query: Query;
  /** Runs several statements without parameters: a migration. */
  script(sql: string): Promise<void>;
  /** Writes rows over those with the same key, and keeps them. */
  put(table: KeptTable, rows: readonly KeptRow[]): Promise<void>;
  /** Takes away the rows with these keys, and keeps that. */
  remove(table: KeptTable, keys: readonly KeptRow[]): Promise<void>;
  /**
   * What must be durable where the commit alone does not make it so (PGlite): it is on disk when the work is done, before the
   * commit. From there is no way back, so a commit that fails ends the process.
   */
  keep(entries: readonly IntakeEntry[]): void;
}

/** One interface for PGlite and PostgreSQL. When `transact` resolves, what it did survives a power cut. */
export interface Database {
  readonly name: 'pglite' | 'postgresql';
  /** Which database this is; another one (or an older backup of this one) has another epoch. */
  readonly epoch: string;
  /** One statement that only reads: without a transaction around it, which would be two more ways to the database. */
  readonly ask: Query;
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Takes what was dropped off whatever the database keeps beside its tables. Stopped in between, it is done again. */
  forgetDropped(): Promise<void>;
  close(): Promise<void>;
}
