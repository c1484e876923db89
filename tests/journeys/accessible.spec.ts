import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { recordsOfLaptop } from '../../build/driver/read-records';
import { closeDialogs, showAs } from '../../build/driver/screen-steps';
import { withBackups } from '../../build/driver/sample-backups';
import { screenEnvironment, screenSwitches, walkScreens } from '../../build/driver/screens';
import { sentTour } from '../../build/driver/sent-tour';
import { withProvider } from '../../build/driver/start-server';
import { putEmptyCluster } from '../server/data-directory';
import { expect, test } from './fixtures';
import {
  findChinese,
  findCutWords,
  findKeyboardFaults,
  reportMotion,
  standAtEdge,
  whereKeyboardStands,
} from './look-at-page';

/**
 * Chinese in every language: the name of this language, prefixes of the quick line, verbs of a remark, fonts of documents; and
 * cells of files that are only looked at on the walk.
 */
const everywhere =
  '巡记 简体中文 话 强调 方正小标宋简体 仿宋 黑体 楷体 宋体 名册 卫知秋 企业名称 项目名称 区县 地址 坐标 管蕴之 管理员';

test('every screen, in every theme, is open to everybody: axe finds nothing serious, the keyboard reaches all, English is English', async ({
  laptop,
  central,
  scratch,
}) => {
  test.setTimeout(900_000);
  await putEmptyCluster(join(scratch, 'a', 'hub', 'data'));
  const running = await laptop('a', { switches: screenSwitches, env: screenEnvironment });
  const { page } = running;
  await page.setViewportSize({ width: 1280, height: 800 });
  const faults = new Set<string>();
  const chinese: (readonly [screen: string, words: string])[] = [];
  let name = 'start';
  const say = (fault: string) => faults.add(`${name}: ${fault}`);
  page.on('console', (message) => message.type() === 'error' && say(`console: ${message.text()}`));
  page.on('pageerror', (error) => say(`thrown: ${error.message}`));
  page.on('load', () => void page.evaluate(reportMotion));
  await page.evaluate(reportMotion);
  const openServer = async () => central('server', { ...withProvider(), ...(await withBackups(scratch)) });
  for await (const screen of walkScreens(running, openServer)) {
    name = screen.name;
    await screen.open();
    // After a key, whatever gets the keyboard shows it.
    await page.keyboard.press('Shift');
    for (const fault of await page.evaluate(findKeyboardFaults)) say(fault);
    for (const fault of await page.evaluate(findCutWords)) say(fault);
    await findSerious(page, say);
    await showAs(page, 'dark', 'zh');
    await findSerious(page, say, ['color-contrast']);
    // Colours know no language: one switch for both.
    await showAs(page, 'contrast', 'en');
    await findSerious(page, say, ['color-contrast']);
    for (const words of await page.evaluate(findChinese)) chinese.push([name, words]);
    for (const fault of await page.evaluate(findCutWords)) say(fault);
    await leaveDialog(page, say);
    // The next screen waits for its own rest.
    await showAs(page, 'light', 'zh', false);
  }
  // Words of a preview are records only later on the walk, those of a tour file that was only looked at never.
  const written = everywhere + Object.values(await recordsOfLaptop(page)).join() + JSON.stringify(sentTour);
  for (const [screen, words] of chinese)
    if (!written.includes(words)) faults.add(`${screen}: Chinese: ${words}`);
  expect([...faults]).toEqual([]);
});

/** The Tab key goes round in a dialog, Escape closes it, and the keyboard is back where it was. */
async function leaveDialog(page: Page, say: (fault: string) => unknown): Promise<void> {
  for (const [edge, key] of [
    ['first', 'Shift+Tab'],
    ['last', 'Tab'],
  ] as const) {
    if (!(await page.evaluate(standAtEdge, edge))) return;
    await page.keyboard.press(key);
    // Beyond the last stop of a window lies the window's own frame; the next step leads back in.
    if ((await page.evaluate(whereKeyboardStands)) === 'nowhere') await page.keyboard.press(key);
    const back = () =>
      page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'), null, { timeout: 2_000 });
    await back().catch(() => say(`${key} leaves the dialog`));
  }
  await closeDialogs(page);
  const stands = await page.evaluate(whereKeyboardStands);
  if (stands !== 'page') say(`after Escape the keyboard stands: ${stands}`);
}

interface Axe {
  run(
    context: Element | Document,
    options: object,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/**
 * What lies over the page is looked at alone: the page was before. The page is given axe once and keeps it, since its half a
 * megabyte is most of what a look at a screen costs.
 */
async function findSerious(
  page: Page,
  say: (fault: string) => unknown,
  rules?: readonly string[],
): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window)))
    await new AxeBuilder({ page }).setLegacyMode().withRules(['html-has-lang']).analyze();
  const violations = await page.evaluate(async (only) => {
    const { axe } = window as unknown as { readonly axe: Axe };
    const top = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].findLast((one) =>
      one.checkVisibility(),
    );
    const found = await axe.run(top ?? document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: only } : {}),
    });
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      places: nodes.slice(0, 4).map(({ html }) => html.slice(0, 140)),
    }));
  }, rules);
  for (const { id, impact, places } of violations) {
    if (impact === 'serious' || impact === 'critical') say(`${id}: ${places.join(' | ')}`);
  }
}
