import { buildApp } from '../steps/build-app';
import { ensureBrowser } from '../steps/ensure-browser';
import { ensurePostgres } from '../steps/ensure-postgres';
import { runPlaywright } from '../steps/run-playwright';
import { runVitest } from '../steps/run-vitest';
import { type Stage, staticChecks } from '../steps/static-checks';
import { summariseFailures } from '../steps/describe-failures';
import { type StageResult, describeStage, oneCheck } from '../steps/stage-result';

/** npm test [suite]: everything, or one suite; shows each stage as it ends, then `N passed, N failed, N skipped`. */
const suites: Readonly<Record<string, readonly Stage[]>> = {
  check: staticChecks,
  unit: [vitest('unit'), vitest('browser')],
  server: [vitest('server'), vitest('powercut'), vitest('faults')],
  host: [playwright('chromium host', 'tests/build/chromium-host/playwright.config.ts')],
  journeys: [playwright('journeys', 'tests/journeys/playwright.config.ts')],
  electron: [
    playwright('journeys on Electron', 'tests/journeys/playwright.config.ts', { XUNJI_ENGINE: 'electron' }),
  ],
  // Hours: kills and damage at the figures of a release.
  soak: [
    vitest('powercut', { XUNJI_SOAK: '1', XUNJI_CUTS: '300' }),
    vitest('faults', { XUNJI_SOAK: '1' }),
    playwright('soak', 'tests/journeys/playwright.config.ts', { XUNJI_SOAK: '1' }),
  ],
  pack: [vitest('pack')],
};
const everything = ['check', 'unit', 'server', 'host', 'journeys', 'pack'];

const wanted = process.argv[2] === undefined ? everything : [process.argv[2]];
const started = Date.now();
const results: StageResult[] = [];

if (wanted.includes('server')) await ensurePostgres();
if (!wanted.includes('check') || wanted.length > 1) {
  await ensureBrowser();
  await buildApp();
}
for (const stage of wanted.flatMap((suite) => suites[suite] ?? [])) {
  const begun = Date.now();
  const result = await stage.run().catch((error: unknown) => oneCheck(stage.name, 1, String(error)));
  results.push(result);
  process.stdout.write(`${describeStage(stage.name, result, Date.now() - begun)}\n`);
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failures = results.flatMap((result) => result.failures);
const skipped = results.flatMap((result) => result.skipped);
if (failures.length > 0) process.stdout.write(`\n${summariseFailures(failures)}\n`);
process.stdout.write(`\n${((Date.now() - started) / 60_000).toFixed(1)} min\n`);
process.stdout.write(`${passed} passed, ${failures.length} failed, ${skipped.length} skipped\n`);
process.exit(failures.length > 0 || passed === 0 ? 1 : 0);

function vitest(project: string, env?: Readonly<Record<string, string>>): Stage {
  return { name: `vitest ${project}`, run: () => runVitest(project, env) };
}

function playwright(name: string, config: string, env?: Readonly<Record<string, string>>): Stage {
  return { name, run: () => runPlaywright(config, env) };
}
