import { defineConfig } from '@playwright/test';
import { hostFolder } from './launch-fixture';

// The `electron` package reads this when Playwright first asks it for its executable.
process.env.ELECTRON_OVERRIDE_DIST_PATH = hostFolder;

export default defineConfig({
  testDir: '.',
  workers: 1,
  reporter: 'list',
  timeout: 30_000,
  expect: { timeout: 5000 },
  outputDir: '../../../test-results/chromium-host',
});
