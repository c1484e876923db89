import { buildApp } from '../steps/build-app';
import { ensureBrowser } from '../steps/ensure-browser';
import { ensurePostgres } from '../steps/ensure-postgres';
import { runPlaywright } from '../steps/run-playwright';
import { runVitest } from '../steps/run-vitest';
import { type Stage, staticChecks } from '../steps/static-checks';
import type { StageResult } from '../steps/stage-result';

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
const totals = { passed: 0, failed: 0, skipped: 0 };

if (wanted.includes('server')) await ensurePostgres();
if (!wanted.includes('check') || wanted.length > 1) {
  await ensureBrowser();
  await buildApp();
}
for (const stage of wanted.flatMap((suite) => suites[suite] ?? [])) {
  const begun = Date.now();
  const result = await stage.run().catch(brokenStage);
  totals.passed += result.passed;
  totals.failed += result.failed;
  totals.skipped += result.skipped;
  const { passed, failed, skipped, details } = result;
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    `${failed > 0 ? '✗' : '✓'} ${stage.name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)\n`,
  );
  if (details) process.stdout.write(`${details}\n`);
}
process.stdout.write(`\n${((Date.now() - started) / 60_000).toFixed(1)} min\n`);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

function vitest(project: string, env?: Readonly<Record<string, string>>): Stage {
  return { name: `vitest ${project}`, run: () => runVitest(project, env) };
}

function playwright(name: string, config: string, env?: Readonly<Record<string, string>>): Stage {
  return { name, run: () => runPlaywright(config, env) };
}

function brokenStage(error: unknown): StageResult {
  return { passed: 0, failed: 1, skipped: 0, details: String(error) };
}
