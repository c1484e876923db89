import { mkdtempSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProgramOptions, runPackage } from './run-program';
import type { StageResult } from './stage-result';

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs one project of vitest.config.ts and counts its tests. A file that does not even load counts as a failure. */
export async function runVitest(project: string, options: ProgramOptions = {}): Promise<StageResult> {
  const file = join(mkdtempSync(join(tmpdir(), 'vitest-')), 'report.json');
  const args = ['run', `--project=${project}`, '--reporter=json', `--outputFile=${file}`];
  const { output } = await runPackage('vitest/vitest.mjs', args, options);
  if (!existsSync(file)) return { passed: 0, failures: [{ title: project, message: output }], skipped: [] };
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
      ...failed.map((test) => ({ title: test.fullName, message: test.failureMessages.join('\n') })),
    ],
    skipped: skipped.map((test) => test.fullName),
  };
}
