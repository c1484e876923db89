import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { WebPreferences } from 'electron';
import type { CdpSession } from './cdp';
import { isolatedWorldScript, mainWorldScript } from './world-scripts';
import { bindingName, worldName } from './worlds/messages';

/** Puts bridge and preload into a page, before it loads anything. The page keeps them over navigations. */
export async function setUpPage(page: CdpSession, preferences: WebPreferences): Promise<void> {
  if (preferences.javascript === false)
    await page.send('Emulation.setScriptExecutionDisabled', { value: true });
  const secret = `chromium-host-${randomBytes(16).toString('hex')}-`;
  const settings = {
    secret,
    versions: process.versions,
    platform: process.platform,
    argv: [process.execPath, ...(preferences.additionalArguments ?? [])],
  };
  const preload = preferences.preload ? readFileSync(preferences.preload, 'utf8') : '';
  // The page's half comes first: it must listen before the preload exposes anything.
  await Promise.all([
    page.send('Page.enable'),
    page.send('Runtime.enable'),
    page.send('Inspector.enable'),
    page.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName }),
    page.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(secret) }),
    page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorldScript(settings, preload),
      worldName,
    }),
  ]);
}
