import { defineConfig } from '@playwright/test';

/** Journeys start their own apps and servers: one at a time, since two cores are little for three processes each. No retries: what fails once is broken. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: '../../out/test-results',
  use: { trace: 'off', video: 'off' },
});
