import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../driver/launch-app';
import { showAs, untilQuiet } from '../driver/screen-steps';
import { type RunningServer, startServer, withProvider } from '../driver/start-server';
import { withBackups } from '../driver/sample-backups';
import { screenEnvironment, screenSwitches, walkScreens } from '../driver/screens';
import { buildApp } from './build-app';
import { ensureBrowser } from './ensure-browser';
import { projectRoot } from './project-root';

const usual = { width: 1366, height: 768 };

/** Beside every theme and language: the smallest window that the app is made for, and a large one. */
const sizes = { small: { width: 1024, height: 700 }, wide: { width: 1440, height: 900 } };

/** Every screen in every theme and both languages, as pictures in out/screens: to be looked at. */
export async function takeScreens(): Promise<void> {
  const root = projectRoot();
  const out = join(root, 'out/screens');
  await ensureBrowser();
  await buildApp();
  for (const folder of [out, join(root, 'out/screens-home'), join(root, 'out/screens-server')])
    await rm(folder, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const running = await launchApp({
    home: join(root, 'out/screens-home'),
    switches: screenSwitches,
    env: screenEnvironment,
  });
  const { page } = running;
  await page.setViewportSize(usual);
  page.setDefaultTimeout(10_000);
  const missed: string[] = [];
  const servers: RunningServer[] = [];
  const openServer = async () => {
    const server = await startServer(join(root, 'out/screens-server'), {
      environment: { ...withProvider(), ...(await withBackups(join(root, 'out/screens-server'))) },
    });
    servers.push(server);
    return server;
  };
  for await (const screen of walkScreens(running, openServer)) {
    // One screen that cannot be reached must not keep the others from being looked at.
    await screen.open().catch((error: unknown) => missed.push(`${screen.name}: ${String(error)}`));
    await takeScreen(page, (kind) => join(out, `${screen.name}-${kind}.png`));
  }
  await running.close();
  for (const server of servers) await server.stop();
  process.stdout.write(`${(await readdir(out)).length} pictures in ${out}\n`);
  if (missed.length > 0) throw new Error(`not reached:\n${missed.join('\n')}`);
}

async function takeScreen(page: Page, fileOf: (kind: string) => string): Promise<void> {
  for (const language of ['zh', 'en'] as const) {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      await showAs(page, theme, language);
      await page.screenshot({ path: fileOf(`${theme}-${language}`) });
    }
  }
  await showAs(page, 'light', 'zh');
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await untilQuiet(page);
    await page.screenshot({ path: fileOf(name) });
  }
  await page.setViewportSize(usual);
}
