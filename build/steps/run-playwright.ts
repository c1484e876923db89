import { mkdtempSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPackage } from './run-program';
import { type StageResult, oneCheck } from './stage-result';

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly {
        readonly errors?: readonly { readonly message?: string }[];
        readonly duration: number;
        readonly stdout?: readonly { readonly text?: string }[];
      }[];
    }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

/** Runs a Playwright configuration, or some of its projects, and counts its tests. */
export async function runPlaywright(
  config: string,
  projects: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<StageResult> {
  const file = join(mkdtempSync(join(tmpdir(), 'playwright-')), 'report.json');
  const args = [
    'test',
    `--config=${config}`,
    '--reporter=json',
    ...projects.map((name) => `--project=${name}`),
  ];
  const { output } = await runPackage('@playwright/test/cli.js', args, {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  if (!existsSync(file)) return oneCheck(config, 1, output);
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  const tests = report.suites.flatMap(testsOf);
  const failed = tests.filter((test) => test.status === 'unexpected');
  const skipped = tests.filter((test) => test.status === 'skipped');
  return {
    passed: tests.length - failed.length - skipped.length,
    failures: [
      ...report.errors.map((error) => ({ title: config, message: error.message ?? 'error' })),
      ...(tests.length === 0 ? [{ title: config, message: 'no tests' }] : []),
      ...failed,
    ],
    unsteady: tests.filter((test) => test.status === 'flaky'),
    skipped: skipped.map((test) => test.title),
    lasted: tests,
  };
}

function testsOf(
  suite: PlaywrightSuite,
): { status: string; title: string; message: string; millis: number }[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      status: test.status,
      title: `${suite.title} › ${spec.title}`,
      millis: test.results.reduce((sum, { duration }) => sum + duration, 0),
      // The figures of a run, and the seed that plays it again, come before what is long.
      message: test.results
        .flatMap(({ stdout = [], errors = [] }) => [
          ...stdout.map(({ text = '' }) => text.trim()),
          ...errors.map((error) => error.message ?? ''),
        ])
        .join('\n'),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}
