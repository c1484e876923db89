import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestInfo, test as base } from '@playwright/test';
import { type LaunchOptions, type RunningApp, launchApp } from '../../build/driver/launch-app';
import { type RunningServer, startServer } from '../../build/driver/start-server';
import { makeReady } from '../server/ready-directory';
import { describeScreen } from './describe-screen';

interface Fixtures {
  /** A folder of this test alone, removed afterwards. */
  readonly scratch: string;
  /** Starts a laptop by its name; the same name again is the same laptop, with its data. */
  readonly laptop: (name: string, more?: Partial<LaunchOptions>) => Promise<RunningApp>;
  /** Starts a central server on the data of that name. */
  readonly central: (name: string, environment?: Readonly<Record<string, string>>) => Promise<RunningServer>;
}

export const test = base.extend<Fixtures>({
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'xunji-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  laptop: async ({ scratch }, use, info) => {
    const started: RunningApp[] = [];
    await use(async (name, more) => {
      const running = await launchApp({ home: join(scratch, name), ...more });
      started.push(running);
      return running;
    });
    if (info.status !== info.expectedStatus) await describeScreens(started, info);
    for (const running of started) await running.kill();
  },
  central: async ({ scratch }, use) => {
    const started: RunningServer[] = [];
    await use(async (name, environment) => {
      await makeReady(join(scratch, name));
      const running = await startServer(join(scratch, name), { environment });
      started.push(running);
      return running;
    });
    for (const running of started) await running.kill();
  },
});

/** What stood on the screens goes with the failure: elsewhere nobody can look at a picture. */
async function describeScreens(started: readonly RunningApp[], info: TestInfo): Promise<void> {
  for (const { page } of started) info.errors.push({ message: await describeScreen(page) });
}

export { expect } from '@playwright/test';
