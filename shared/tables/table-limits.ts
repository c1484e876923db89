/** What a file of tables may hold at most. Far above any office's list; what lies beyond is refused, never cut off. */
export const tableLimits = {
  megabytes: 20,
  sheets: 20,
  rows: 20_000,
  columns: 100,
  /** Of all sheets together, with the empty ones between them. */
  cells: 1_000_000,
  /** Of one cell; Excel itself ends at 32,767. */
  characters: 100_000,
} as const;
