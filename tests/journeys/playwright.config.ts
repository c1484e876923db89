import { defineConfig } from '@playwright/test';

/** They compare what the window takes with what it takes at rest, or with a peer: nothing else runs beside them. */
const measured = ['large-form.spec.ts', 'large-store.spec.ts', 'photos.spec.ts', 'tables.spec.ts'];

/** Minutes of starts and waits each, so that other things may run beside them. */
const long = { kill: 'kill.spec.ts', disk: 'full-disk.spec.ts', screens: 'accessible.spec.ts' };

/** A busy machine is no defect of the product; what had to try twice is named (docs/testing.md). What kills has one try. */
const twice = { retries: 1 };

const projects = {
  ...Object.fromEntries(Object.entries(long).map(([name, file]) => [name, { testMatch: file }])),
  measured: { testMatch: measured, ...twice },
  journeys: { testMatch: '*.spec.ts', testIgnore: [...measured, ...Object.values(long)], ...twice },
};

/**
 * Journeys start their own apps and servers: one at a time, since two cores are little for three processes each. `npm test` runs the projects apart, some of them beside each other.
 */
export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A folder each: a run empties its own when it begins.
  projects: Object.entries(projects).map(([name, files]) => ({
    name,
    outputDir: `../../out/test-results/${name}`,
    ...files,
  })),
  use: { trace: 'off', video: 'off' },
});
