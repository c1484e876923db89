/** What every row is measured with. */
export interface Bench {
  /** Rounds, of which the median counts. */
  readonly repeats: number;
  /** Smaller figures, to see that all runs: its ratios say little. */
  readonly isQuick: boolean;
  /** A new, empty database on a real PostgreSQL; its address. */
  newDatabase(): Promise<string>;
}
