import { type Failure, describeFailure } from './describe-failures';

/** How one stage of the tests ended. */
export interface StageResult {
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** What failed and then passed at its second try, with the words of the first. */
  readonly unsteady: readonly Failure[];
  /** Each skipped test by its title. */
  readonly skipped: readonly string[];
  /** How long each took. */
  readonly lasted: readonly Lasted[];
}

interface Lasted {
  readonly title: string;
  readonly millis: number;
}

/** Of a stage that takes minutes those are named in which they went, at most so many. */
const longStageMillis = 60_000;
const namedAtMost = 5;

/** A check that is one thing: it passes or it fails with what it printed. */
export function oneCheck(name: string, code: number, output: string): StageResult {
  const failures = code === 0 ? [] : [{ title: name, message: output }];
  return { passed: code === 0 ? 1 : 0, failures, unsteady: [], skipped: [], lasted: [] };
}

/** The lines of a stage that has ended: its figures, each failure, and each test that was skipped. */
export function describeStage(
  name: string,
  { passed, failures, unsteady, skipped, lasted }: StageResult,
  millis: number,
): string {
  const seconds = (millis / 1000).toFixed(1);
  const mark = failures.length > 0 ? '✗' : '✓';
  return [
    `${mark} ${name}: ${passed} passed, ${failures.length} failed, ${skipped.length} skipped (${seconds} s)`,
    ...(millis < longStageMillis ? [] : [`  longest: ${longestOf(lasted)}`]),
    ...failures.map((failure) => describeFailure(failure)),
    ...unsteady.map((failure) => describeFailure(failure, '~')),
    ...skipped.map((title) => `- skipped: ${title}`),
  ].join('\n');
}

function longestOf(lasted: readonly Lasted[]): string {
  return lasted
    .toSorted((a, b) => b.millis - a.millis)
    .slice(0, namedAtMost)
    .map(({ title, millis }) => `${title} ${(millis / 1000).toFixed(0)} s`)
    .join('; ');
}
