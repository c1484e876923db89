import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments } from './build/steps/browser-arguments';
import { findBrowser } from './shared/node/find-browser';

/** What comes in its time comes later on a busy machine: the usual second is no limit of the product. */
const expect = { poll: { timeout: 10_000 } };

/**
 * What waits for clocks, networks and other processes may try twice, and is named when it had to (docs/testing.md): a busy machine is no defect of
 * the product. Whatever looks for loss by chance has one try only, and says so where it stands.
 */
const twice = { retry: 1 };

const node = { environment: 'node' as const, testTimeout: 30_000, hookTimeout: 60_000, expect };

/** `npm run soak` asks for ten times as much, or more. */
const patience = process.env['XUNJI_SOAK'] === '1' ? 20 : 1;

/** Pure code, the server on its two databases, power cuts (root and loop devices), broken disks, the package, and Dexie in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          include: ['tests/{shared,electron,renderer,build}/**/*.test.ts'],
          exclude: ['tests/renderer/{data,forms}/**'],
          // Pure code keeps nothing from file to file; reading every module anew for each file is a third of the time.
          isolate: false,
        },
      },
      {
        test: {
          ...node,
          ...twice,
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          fileParallelism: false,
          // In one process: PGlite and the server are read, and the shipped server is bundled, once and not for each file.
          isolate: false,
          testTimeout: 180_000 * patience,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...node,
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          testTimeout: 600_000 * patience,
        },
      },
      {
        optimizeDeps: {
          include: [
            'dexie',
            'dexie-react-hooks',
            'zod',
            'react',
            'react-dom/client',
            '@getodk/xforms-engine',
            'exifreader',
            'libheif-js/wasm-bundle',
          ],
        },
        test: {
          ...twice,
          name: 'browser',
          expect,
          include: ['tests/renderer/{data,forms}/**/*.test.ts'],
          globalSetup: ['tests/renderer/forms/published-xforms.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser(process.env, process.platform),
                args: [...browserArguments],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          ...node,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000 * patience,
        },
      },
      {
        test: {
          ...node,
          name: 'pack',
          include: ['tests/pack/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...node,
          name: 'powercut',
          include: ['tests/powercut/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000 * patience,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
