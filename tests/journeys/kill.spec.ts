import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { seededRandom } from '../../build/samples-maker/seeded-random';
import { importItinerary, openStop } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import { expect, test } from './fixtures';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

const isSoak = process.env['XUNJI_SOAK'] === '1';

/** Each round starts the whole app; `npm run soak` has the time for all of them. */
const rounds = isSoak ? 500 : 8;

/** What was typed this long before the kill must be there: the promise on a quiet machine, more where others work beside. */
const typingMillis = isSoak ? 1000 : 3000;

interface Heard {
  /** Texts of the line at moments at which the mark said 已保存. */
  readonly acked: string[];
  /** Texts of the line and when they stood there, by the clock of this process. */
  readonly typed: { readonly text: string; readonly at: number }[];
}

test('kill -9 at random moments while somebody types: nothing that was shown as saved is lost, and no more than the last moments of typing', async ({
  laptop,
}) => {
  test.setTimeout(rounds * 20_000 + 60_000);
  const seed = Number(process.env['XUNJI_SEED'] ?? Date.now() % 1_000_000);
  const random = seededRandom(seed);
  let running = await laptop('a', { settings: { userName: '周敏' } });
  await importItinerary(running, itinerary);
  await openStop(running.page, '第一组', 1);
  const address = await running.page.evaluate(() => location.hash);
  const lost: string[] = [];
  const late: string[] = [];
  let slowest = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const { page } = running;
    await page.evaluate((hash) => (location.hash = hash), address);
    const heard = await listen(page, `第${round}轮`);
    const words = Array.from({ length: 40 }, (_, n) => `${n}字`).join('');
    const line = page.getByRole('textbox', { name: '快速记录' });
    const typing = line
      .pressSequentially(`第${round}轮${words}`, { delay: 20 + random() * 60 })
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300 + random() * 2500));
    const killedAt = Date.now();
    await running.kill();
    await typing;
    const begun = Date.now();
    running = await laptop('a');
    slowest = Math.max(slowest, Date.now() - begun);
    const stored = Object.values(await recordsOfLaptop(running.page)).join('\n');
    lost.push(...heard.acked.filter((text) => !stored.includes(`"${text}`)));
    const due = heard.typed.findLast(({ at }) => at <= killedAt - typingMillis);
    if (due && !stored.includes(`"${due.text}`)) late.push(due.text);
  }
  expect({ seed, lost, late }).toEqual({ seed, lost: [], late: [] });
  // Generous: other processes share this machine.
  expect(slowest).toBeLessThan(20_000);
});

/** Lets the page tell what it shows: over a pipe, so that a kill takes nothing back. */
async function listen(page: Page, beginning: string): Promise<Heard> {
  const heard: Heard = { acked: [], typed: [] };
  await page.exposeFunction('heardSaved', (text: string) => {
    if (text.startsWith(beginning)) heard.acked.push(text);
  });
  await page.exposeFunction('heardTyped', (text: string, at: number) => {
    if (text.startsWith(beginning)) heard.typed.push({ text, at });
  });
  await page.getByRole('textbox', { name: '快速记录' }).waitFor();
  await page.evaluate(() => {
    const told = window as unknown as {
      heardSaved(text: string): void;
      heardTyped(text: string, at: number): void;
    };
    let text = '';
    document.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      text = target.value;
      told.heardTyped(text, Date.now());
    });
    new MutationObserver(() => {
      if (document.querySelector('.saving-mark-saved')) told.heardSaved(text);
    }).observe(document.querySelector('.saving-mark') ?? document.body, { attributes: true });
  });
  return heard;
}

test('the mark waits for what is typed while the record itself is still being written', async ({
  laptop,
}) => {
  const syncMillis = 1500;
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { app, page } = running;
  await importItinerary(running, itinerary);
  await openStop(page, '第一组', 1);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { savedAt: times });
    new MutationObserver(() => {
      if (document.querySelector('.saving-mark-saved')) times.push(Date.now());
    }).observe(document.querySelector('.saving-mark') ?? document.body, { attributes: true });
  });
  await app.evaluate(async (_, millis) => {
    const { open } = process.getBuiltinModule('node:fs/promises');
    const handle = await open(process.execPath, 'r');
    const prototype = Object.getPrototypeOf(handle) as { datasync(): Promise<void> };
    await handle.close();
    const real = prototype.datasync;
    prototype.datasync = async function slow(this: unknown) {
      await new Promise((resolve) => setTimeout(resolve, millis));
      return real.call(this);
    };
  }, syncMillis);
  const begun = Date.now();
  await page.getByRole('textbox', { name: '快速记录' }).pressSequentially('慢盘上的记录', { delay: 30 });
  await expect
    .poll(async () => Object.values(await recordsOfLaptop(page)).join('\n'))
    .toContain('"慢盘上的记录"');
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
  const [first = 0] = await page.evaluate(() => (window as unknown as { savedAt: number[] }).savedAt);
  // One write for the record, another for what was typed meanwhile: not before both.
  expect(first - begun).toBeGreaterThan(syncMillis * 2);
});
