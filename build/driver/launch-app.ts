import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Settings } from '../../shared/protocol/bridge';
import { type JoinCard, joinCardText } from '../../shared/protocol/join-card';
import { projectRoot } from '../steps/project-root';

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: string;
  close(): Promise<void>;
  /** kill -9 of the app, as a crash or an empty battery would end it. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  /** The folder with this laptop's data; made when it does not exist. */
  readonly home: string;
  /** Written before the start, as if the person had entered it. */
  readonly settings?: Partial<Settings>;
  /** Joins this office before its window opens; the card is spent. */
  readonly card?: JoinCard;
  /** The folder to run; the project itself by default. */
  readonly folder?: string;
  /** Switches of Chromium, such as those for a camera that is none. */
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts the real main process, preload and window: on Electron where XUNJI_ENGINE=electron, else on the Chromium host.
 * Resolves when the page has drawn something.
 */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const root = projectRoot();
  // Playwright resolves the electron package once, at the first launch.
  if (process.env['XUNJI_ENGINE'] !== 'electron') {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'dist/chromium-host');
  }
  const { _electron } = await import('@playwright/test');
  await mkdir(options.home, { recursive: true });
  if (options.settings) {
    await writeFile(join(options.home, 'settings.json'), JSON.stringify(options.settings));
  }
  const app = await _electron.launch({
    args: [options.folder ?? root, ...(options.switches ?? [])],
    cwd: root,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    env: {
      ...(process.env as Record<string, string>),
      XUNJI_HOME: options.home,
      ...joining(options),
      ...options.env,
    },
  });
  const page = await app.firstWindow();
  await page.locator('#root > *').first().waitFor();
  const child = app.process();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    app,
    page,
    home: options.home,
    close: () => app.close(),
    async kill() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await ended;
      }
    },
  };
}

function joining({ card }: LaunchOptions): Readonly<Record<string, string>> {
  return card ? { XUNJI_JOIN: joinCardText(card) } : {};
}
