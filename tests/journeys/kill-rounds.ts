import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from '@playwright/test';
import { addRecords } from '../../build/driver/add-records';
import { importItinerary, openStop } from '../../build/driver/laptop';
import type { LaunchOptions, RunningApp } from '../../build/driver/launch-app';
import { seededRandom } from '../../build/samples-maker/seeded-random';
import { hazardChecklist } from '../../build/driver/hazard-checklist';
import { familyOf, killHard } from './process-tree';
import { type Action, actions, composed, workUntilGone } from './random-actions';
import { faultsOf, lostOf, missingFiles, readCopies, savedTexts } from './read-copies';
import { measureSlowness } from './slowness';
import { type Witness, watchWindow } from './witness';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');
const person = { settings: { userName: '周敏' } };

export type Victim = 'window' | 'main' | 'all';

export interface KillPlan {
  readonly laptop: (name: string, more?: Partial<LaunchOptions>) => Promise<RunningApp>;
  readonly seed: number;
  /** In turn, one a round. */
  readonly victims: readonly Victim[];
  /** Whether what is known by now asks for another round. */
  readonly goesOn: (report: KillReport) => boolean;
  /** Typing older than this must be there. */
  readonly typingMillis: number;
  /** How long somebody works at least before the kill. */
  readonly workMillis: number;
  /** Takes a safeguard out, after each start of the window. */
  readonly sabotage?: (running: { readonly app: RunningApp['app']; readonly page: Page }) => Promise<unknown>;
}

export interface KillReport {
  /** What was shown as saved and is not there, or not as it was. */
  readonly lost: string[];
  /** What does not hold together. */
  readonly faults: string[];
  /** Rounds in which older typing was lost than is promised, beyond what the machine itself was late. */
  readonly late: string[];
  /** Milliseconds of typing lost, by round. */
  readonly losses: number[];
  readonly reopenings: number[];
  /** Of a laptop with nothing on it, in between. */
  readonly emptyOpenings: number[];
  readonly done: ReadonlyMap<Action, number>;
}

/** So many rounds lie between two openings of an empty laptop. */
const roundsToEmpty = 20;

/** Somebody works at random, a process is killed at a random moment, the app is opened again, and everything is compared. */
export async function killRounds(plan: KillPlan): Promise<KillReport> {
  const { laptop, victims } = plan;
  const random = seededRandom(plan.seed);
  const done = new Map<Action, number>();
  const report = { lost: [], faults: [], late: [], losses: [], reopenings: [], emptyOpenings: [], done } as {
    -readonly [Key in keyof KillReport]: KillReport[Key];
  };
  let running = await laptop('a', person);
  const home = running.home;
  const stops = await prepare(running);
  let page = running.page;
  let attached: Browser | null = null;
  for (let round = 0; plan.goesOn(report); round += 1) {
    const victim = victims[round % victims.length] ?? 'main';
    if (round % roundsToEmpty === 0) report.emptyOpenings.push(await openEmpty(laptop, `empty${round}`));
    const stop = stops[round % stops.length] ?? '';
    await page.evaluate((hash) => (location.hash = hash), stop);
    const witness = await watchWindow(page);
    await plan.sabotage?.({ app: running.app, page });
    const first = actions[round % actions.length] as Action;
    const working = workUntilGone({ page, random, done }, first);
    const slowness = await measureSlowness(home);
    await new Promise((resolve) => setTimeout(resolve, plan.workMillis + random() * 2000));
    const killedAt = Date.now();
    await killVictim(running, victim);
    await working;
    const late = Math.max(await slowness.stop(), witness.late);
    const begun = Date.now();
    if (victim === 'window') {
      await attached?.close();
      ({ browser: attached, page } = await attach(running));
    } else {
      attached = null;
      running = await laptop('a');
      page = running.page;
    }
    await page.locator('#root > *').first().waitFor();
    report.reopenings.push(Date.now() - begun);
    const copies = await readCopies(page);
    const name = `round ${round} (${victim}, ${first})`;
    const texts = savedTexts(copies);
    report.lost.push(...lostOf(witness, copies).map((what) => `${name}: ${what}`));
    report.faults.push(...faultsOf(copies).map((what) => `${name}: ${what}`));
    report.faults.push(...(await missingFiles(home, copies)).map((what) => `${name}: ${what}`));
    for (const { text } of texts)
      if (text.includes(composed)) report.faults.push(`${name}: half a composition: ${text}`);
    const loss = typingLost(witness, texts, killedAt);
    report.losses.push(loss);
    if (loss > plan.typingMillis + late)
      report.late.push(`${name}: ${loss} ms; the machine was ${Math.round(late)} ms late`);
  }
  return report;
}

/** A tour with a checklist; resolves with the addresses of some stops. */
async function prepare(running: RunningApp): Promise<readonly string[]> {
  await importItinerary(running, itinerary);
  await addRecords(running.page, [hazardChecklist('hazards-1')]);
  await openStop(running.page, '第一组', 1);
  const stop = await running.page.evaluate(() => location.hash);
  const links = await running.page
    .locator('a[href*="/stops/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set([stop, ...links])].slice(0, 6);
}

async function openEmpty(laptop: KillPlan['laptop'], name: string): Promise<number> {
  const begun = Date.now();
  const empty = await laptop(name, person);
  const millis = Date.now() - begun;
  await empty.kill();
  return millis;
}

/** `window` is the process that shows the page; Chromium keeps others of its kind ready. */
async function killVictim(running: RunningApp, victim: Victim): Promise<void> {
  const main = running.app.process().pid ?? 0;
  const family = familyOf(main);
  if (victim === 'all') for (const { pid } of family) killHard(pid);
  if (victim !== 'window') return running.kill();
  for (const { pid, command } of family)
    if (command.includes('--type=renderer') && !command.includes('top-chrome')) killHard(pid);
}

/** Playwright gives a page up when its process is gone, and the app does not: look at it through a connection of its own. */
async function attach({
  app,
  home,
}: RunningApp): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const isBack = () =>
    app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          "document.querySelector('#root > *') !== null",
        ) as Promise<boolean>,
    );
  // Not before it is back: a page that is being loaded again does not like to be looked at.
  for (const given = Date.now(); !(await isBack().catch(() => false));) {
    if (Date.now() - given > 30_000) throw new Error('the window did not come back');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const [port] = (await readFile(join(home, 'profile/DevToolsActivePort'), 'utf8')).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('no page in the browser of a window that came back');
  return { browser, page };
}

type SavedTexts = ReturnType<typeof savedTexts>;

/** How long before the kill the first thing was typed, in any field, that is not there. */
function typingLost({ typed }: Witness, texts: SavedTexts, killedAt: number): number {
  const saved = new Set(texts.map(({ text }) => text));
  const missing = [...new Set(typed.map(({ field }) => field))].flatMap((field) => {
    const events = typed.filter((event) => event.field === field && event.at <= killedAt);
    const kept = events.findLastIndex(({ text }) => saved.has(text) || text.trim() === '');
    return events.slice(kept + 1, kept + 2).map(({ at }) => at);
  });
  return missing.length === 0 ? 0 : killedAt - Math.min(...missing);
}
