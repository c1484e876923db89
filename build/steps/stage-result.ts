import { type Failure, describeFailure } from './describe-failures';

/** How one stage of the tests ended. */
export interface StageResult {
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** What failed and then passed at its second try, with the words of the first. */
  readonly unsteady: readonly Failure[];
  /** Each skipped test by its title. */
  readonly skipped: readonly string[];
}

/** A check that is one thing: it passes or it fails with what it printed. */
export function oneCheck(name: string, code: number, output: string): StageResult {
  const failures = code === 0 ? [] : [{ title: name, message: output }];
  return { passed: code === 0 ? 1 : 0, failures, unsteady: [], skipped: [] };
}

/** The lines of a stage that has ended: its figures, each failure, and each test that was skipped. */
export function describeStage(
  name: string,
  { passed, failures, unsteady, skipped }: StageResult,
  millis: number,
): string {
  const seconds = (millis / 1000).toFixed(1);
  const mark = failures.length > 0 ? '✗' : '✓';
  return [
    `${mark} ${name}: ${passed} passed, ${failures.length} failed, ${skipped.length} skipped (${seconds} s)`,
    ...failures.map((failure) => describeFailure(failure)),
    ...unsteady.map((failure) => describeFailure(failure, '~')),
    ...skipped.map((title) => `- skipped: ${title}`),
  ].join('\n');
}
