import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '../../..');
export const hostFolder = join(root, 'dist/chromium-host');
export const fixtureFolder = join(import.meta.dirname, 'fixture-app');

export interface RunningFixture {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
}

const profiles: string[] = [];
process.once('exit', () => {
  for (const folder of profiles) rmSync(folder, { recursive: true, force: true });
});

/** A fresh folder, removed when the test process ends. */
export function newProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-host-'));
  profiles.push(folder);
  return folder;
}

/** Starts the fixture app on the host, on a fresh profile unless one is given, and waits for its page. */
export async function launchFixture(
  profile = newProfile(),
  app = fixtureFolder,
  more: Readonly<Record<string, string>> = {},
): Promise<RunningFixture> {
  const started = await _electron.launch({
    args: [app, `--user-data-dir=${profile}`],
    env: { ...environment(), ...more },
  });
  const page = await started.firstWindow();
  await page.getByText('ready object').waitFor();
  return { app: started, page, profile };
}

export function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

/** Ask before the process ends: Playwright forgets an app that has closed. */
export function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}
