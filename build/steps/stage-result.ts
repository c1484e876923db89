/** How one stage of the tests ended. */
export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What a person has to see: each failure, and each skipped test with its reason. */
  readonly details: string;
}

/** A check that is one thing: it passes or it fails with what it printed. */
export function oneCheck(code: number, output: string): StageResult {
  return {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
    details: code === 0 ? '' : output,
  };
}
