import { mkdtempSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Failure } from './describe-failures';
import { type ProgramOptions, runPackage } from './run-program';
import { type StageResult, oneCheck } from './stage-result';

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    /** Milliseconds since 1970. */
    readonly startTime: number;
    readonly endTime: number;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly VitestTest[];
  }[];
}

interface VitestTest {
  readonly fullName: string;
  readonly status: string;
  /** Of every try: a test that passed at the second has those of the first. */
  readonly failureMessages: readonly string[];
}

/** Runs one project of vitest.config.ts and counts its tests. A file that does not even load counts as a failure. */
export async function runVitest(project: string, options: ProgramOptions = {}): Promise<StageResult> {
  const file = join(mkdtempSync(join(tmpdir(), 'vitest-')), 'report.json');
  const args = ['run', `--project=${project}`, '--reporter=json', `--outputFile=${file}`];
  const { output } = await runPackage('vitest/vitest.mjs', args, options);
  if (!existsSync(file)) return oneCheck(project, 1, output);
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  // Also a hook that throws: its tests count as skipped, and nothing must pass for skipped that could not run.
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = tests.filter((test) => test.status === 'failed');
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failures: [
      ...(tests.length + broken.length === 0 ? [{ title: project, message: output }] : []),
      ...broken.map((suite) => ({ title: suite.name, message: suite.message })),
      ...failed.map(failureOf),
    ],
    unsteady: tests
      .filter((test) => test.status === 'passed' && test.failureMessages.length > 0)
      .map(failureOf),
    skipped: skipped.map((test) => test.fullName),
    lasted: report.testResults.map(({ name, startTime, endTime }) => {
      return { title: basename(name), millis: endTime - startTime };
    }),
  };
}

function failureOf({ fullName, failureMessages }: VitestTest): Failure {
  return { title: fullName, message: failureMessages.join('\n') };
}
