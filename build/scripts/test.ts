import { parseArgs } from 'node:util';
import { buildApp } from '../steps/build-app';
import { ensureBrowser } from '../steps/ensure-browser';
import { ensurePostgres } from '../steps/ensure-postgres';
import { runInLanes } from '../steps/run-in-lanes';
import type { ProgramOptions } from '../steps/run-program';
import { runPlaywright } from '../steps/run-playwright';
import { runSchedules } from '../steps/run-schedules';
import { runVitest } from '../steps/run-vitest';
import { type Stage, staticChecks } from '../steps/static-checks';
import { summariseFailures } from '../steps/describe-failures';
import { type StageResult, describeStage, oneCheck } from '../steps/stage-result';

const journeys = 'tests/journeys/playwright.config.ts';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { schedules: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const schedules = {
  name: 'schedules',
  run: () => runSchedules({ seed: Number(asked.seed), count: Number(asked.schedules ?? 1_000_000) }),
};

/**
 * npm test [suite]: everything, or one suite; shows each stage as it ends, then `N passed, N failed, N skipped`. What fills the
 * cores by itself or measures how long something takes runs alone; of the rest, half is waiting, and two stages run beside each
 * other, the longest first; behind them runs what only computes and may take its time. `soak --schedules N --seed S` simulates as many schedules as asked, and nothing else.
 */
const suites: Readonly<Record<string, readonly Stage[]>> = {
  check: staticChecks.map(alone),
  unit: [alone(vitest('unit')), vitest('browser'), behind('simulation')],
  journeys: [
    alone(playwright('measured journeys', journeys, ['measured'])),
    playwright('journeys', journeys, ['journeys']),
    playwright('kills', journeys, ['kill']),
    playwright('full disks', journeys, ['disk']),
    playwright('every screen', journeys, ['screens']),
  ],
  server: [behind('server'), vitest('powercut'), behind('faults')],
  host: [playwright('chromium host', 'tests/build/chromium-host/playwright.config.ts')],
  electron: [playwright('journeys on Electron', journeys, [], { XUNJI_ENGINE: 'electron' })],
  // Hours: kills and damage at the figures of a release.
  soak: [
    schedules,
    vitest('powercut', { env: { XUNJI_SOAK: '1', XUNJI_CUTS: '300' } }),
    vitest('faults', { env: { XUNJI_SOAK: '1' } }),
    vitest('server', { env: { XUNJI_SOAK: '1' } }),
    playwright('soak', journeys, [], { XUNJI_SOAK: '1' }),
  ].map(alone),
  pack: [behind('pack')],
  schedules: [alone(schedules)],
};
/** More than these are no hiccups of a machine. */
const mostUnsteady = 3;
const everything = ['check', 'journeys', 'server', 'unit', 'host', 'pack'];
const lanes = 2;

const [suite] = positionals;
const wanted = asked.schedules !== undefined ? ['schedules'] : suite === undefined ? everything : [suite];
const needNoApp = ['check', 'schedules'];
const started = Date.now();
const results: StageResult[] = [];

if (wanted.includes('server')) await ensurePostgres();
if (!wanted.every((name) => needNoApp.includes(name))) {
  await ensureBrowser();
  await buildApp();
}
const stages = wanted.flatMap((suite) => suites[suite] ?? []);
await runInLanes(1, jobs('alone'));
await Promise.all([runInLanes(lanes, jobs(undefined)), runInLanes(1, jobs('behind'))]);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failures = results.flatMap((result) => result.failures);
const unsteady = results.flatMap((result) => result.unsteady);
const skipped = results.flatMap((result) => result.skipped);
if (unsteady.length > 0)
  process.stdout.write(`\nPassed at the second try:\n${summariseFailures(unsteady, '~')}\n`);
if (failures.length > 0) process.stdout.write(`\n${summariseFailures(failures)}\n`);
process.stdout.write(`\n${((Date.now() - started) / 60_000).toFixed(1)} min\n`);
if (unsteady.length > 0) {
  const word = unsteady.length > mostUnsteady ? `more than ${mostUnsteady}: the run fails` : 'see above';
  process.stdout.write(`${unsteady.length} of them at the second try (${word})\n`);
}
process.stdout.write(`${passed} passed, ${failures.length} failed, ${skipped.length} skipped\n`);
process.exit(failures.length > 0 || unsteady.length > mostUnsteady || passed === 0 ? 1 : 0);

function jobs(place: Stage['place']) {
  return stages.filter((stage) => stage.place === place).map(show);
}

function show(stage: Stage): () => Promise<void> {
  return async () => {
    const begun = Date.now();
    const result = await stage.run().catch((error: unknown) => oneCheck(stage.name, 1, String(error)));
    results.push(result);
    process.stdout.write(`${describeStage(stage.name, result, Date.now() - begun)}\n`);
  };
}

function alone(stage: Stage): Stage {
  return { ...stage, place: 'alone' };
}

function behind(project: string): Stage {
  return { ...vitest(project, { givesWay: true }), place: 'behind' };
}

function vitest(project: string, options?: ProgramOptions): Stage {
  return { name: `vitest ${project}`, run: () => runVitest(project, options) };
}

function playwright(
  name: string,
  config: string,
  projects: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Stage {
  return { name, run: () => runPlaywright(config, projects, env) };
}
